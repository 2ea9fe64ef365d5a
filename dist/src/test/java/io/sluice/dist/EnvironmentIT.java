package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What containers, cron and bare shells have. The commands are in a script, because the Java that
 * runs this test may itself have a locale in which it cannot name these files.
 */
class EnvironmentIT {

  private static final String STUDY =
      String.join(
          "\n",
          "study: s",
          "repeats: 2",
          "budget: 60",
          "problems: {name: p, csv: '%s', inputs: [x], outputs: [y]}",
          "networks: {hidden: [2]}",
          "activations: tanh",
          "optimizers: adam",
          "");

  @TempDir Path folder;

  private SluiceProcess.Ended shell(String... lines) throws IOException, InterruptedException {
    Path script = folder.resolve("script");
    Files.writeString(
        script,
        "set -e; cd '"
            + folder
            + "'; d='"
            + SluiceProcess.home()
            + "'; LC_ALL=C JAVA_HOME='"
            + System.getProperty("java.home")
            + "'; export LC_ALL JAVA_HOME\n"
            + String.join("\n", lines)
            + "\n");
    int exitCode =
        new ProcessBuilder("sh", script.toString())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .start()
            .waitFor();
    return new SluiceProcess.Ended(exitCode, read("out"), read("err"));
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"größe", "a:b c%20#+!", "-it's \"日本\""})
  void distributionStudyDataAndStoreMayBeCalledAnything(String name) throws Exception {
    String quoted = "'" + name.replace("'", "'\\''") + "'";
    String data = (name + ".csv").replace("'", "''");
    SluiceProcess.Ended ended =
        shell(
            "n=" + quoted + "; mkdir -p -- \"./$n/bin\"; cd -- \"./$n\"; here=$PWD",
            "cp \"$d\"/bin/* bin; ln -s \"$d/lib\" lib; ln -s \"$d/plugins\" plugins",
            "cat >\"./$n.yaml\" <<'END'\n" + String.format(STUDY, data) + "END",
            "printf 'x,y\\n0,1\\n1,0\\n' >\"./$n.csv\"",
            "\"$here/bin/sluice\" list activations | head -n 1",
            "./bin/sluice run \"./$n.yaml\" --store \"sqlite:./$n.db\" --set question=\"$n?\"",
            "cd ..; \"./$n/bin/sluice\" run \"./$n/$n.yaml\" --store \"jsonl:./$n/$n of lines\"",
            "rm \"./$n/lib\" \"./$n/plugins\"; ls -- \"./$n\"");
    assertThat(ended.done())
        .startsWith("id ")
        .contains("\n" + name + "?\n")
        .contains("\n" + name + ".db\n", "\n" + name + " of lines\n");
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoFailure() throws Exception {
    SluiceProcess.Ended ended =
        shell(
            "try() { { \"$d/bin/sluice\" \"$@\"; echo \"$? $1\" >>codes; } | head -n 1; }",
            "try list activations",
            "try list activations --format json",
            "try show tanh",
            "try --help",
            "try completion",
            "cat codes");
    assertThat(ended.done()).endsWith("0 list\n0 list\n0 show\n0 --help\n0 completion\n");
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void aClosedErrorStreamIsNoFailureAndAClosedOutputIsOne() throws Exception {
    SluiceProcess.Ended ended =
        shell(
            "\"$d/bin/sluice\" list 2>&- | head -n 1",
            "\"$d/bin/sluice\" show nosuch 2>&- || echo $?",
            "\"$d/bin/sluice\" list >&- || echo $?");
    assertThat(ended.done()).matches("(?s)kind .*\n2\n1\n");
    assertThat(ended.err()).isEqualTo("sluice: standard output could not be written\n");
  }
}
