package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where studies and their data may come from. */
class StudyInputTest {

  private static final String WITH_DATA =
      StudyFiles.SMALL.replace(
          "{id: single-example, x: 1, y: 0.5}",
          "[{name: d, csv: data, inputs: x, outputs: y, missing: drop},"
              + " {name: e, csv: data, inputs: all, outputs: y, missing: drop}]");
  private static final String DATA = "x,y\n1,2\n3,\n4,5\n";

  private final CommandLineFixture cli = new CommandLineFixture();

  @TempDir private Path folder;

  @Test
  void aDashIsStandardInput() {
    cli.input = StudyFiles.SMALL;

    assertThat(cli.run("plan", "-"))
        .isEqualTo(cli.run("plan", StudyFiles.write(folder, "s.yaml", StudyFiles.SMALL)))
        .extracting(CommandLineFixture.Done::exitCode)
        .isEqualTo(0);
    cli.input = "study: s\nrepeats: many\n";
    assertThat(cli.run("run", "-").errLines())
        .contains(
            "standard input:2:10: \"repeats\" must be a whole number from 1 to 2147483647"
                + " such as 20, not \"many\"");
  }

  @Test
  void aStudyOnStandardInputCannotHaveItsDataThere() {
    cli.input = WITH_DATA.replace("csv: data", "csv: /dev/stdin");

    CommandLineFixture.Done done = cli.run("plan", "-");
    assertThat(done.exitCode()).isEqualTo(2);
    assertThat(done.err())
        .contains("standard input was the study: the data need a file or pipe of their own");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void pipesAreReadAsStudiesAndAsDataOnce() {
    String study = StudyFiles.write(folder, "s.yaml", WITH_DATA);
    CompletableFuture<Void> writer = feed(pipe("data"), DATA);
    CommandLineFixture.Done byPipe = cli.run("plan", study);
    writer.join();
    assertThat(byPipe.exitCode()).as(byPipe.err()).isEqualTo(0);
    assertThat(byPipe.outLines())
        .contains(
            "note: d: 1 of 3 rows of data dropped: missing values",
            "note: e: the target column \"y\" is also an input");

    writer = feed(pipe("study"), StudyFiles.SMALL);
    CommandLineFixture.Done done = cli.run("plan", folder.resolve("study").toString());
    writer.join();
    assertThat(done.exitCode()).as(done.err()).isEqualTo(0);
  }

  @Test
  void whatIsNoFileIsNamed() {
    assertThat(cli.run("plan", folder.toString()).err())
        .isEqualTo("sluice: " + folder + " is a directory, not a file\n");
    assertThat(cli.run("plan", "a\u0000b").exitCode()).isEqualTo(2);
    assertThat(cli.run("plan", folder.resolve("none").toString()).err())
        .isEqualTo("sluice: there is no file " + folder.resolve("none") + "\n");
  }

  private Path pipe(String name) {
    Path pipe = folder.resolve(name);
    try {
      assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isEqualTo(0);
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
    return pipe;
  }

  private static CompletableFuture<Void> feed(Path pipe, String text) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.writeString(pipe, text);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }
}
