package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be meant is wrong usage, 2; what could be done elsewhere or later has failed, 1. */
class ExitCodeTest {

  private final CommandLineFixture sluice = new CommandLineFixture();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rnu",
        "--strikt list",
        "@/etc/passwd",
        "list birds",
        "list --format xml",
        "list --plugins no-such-folder",
        "run no-such-study",
        "run no-such-file.yaml",
        "run @no-such-file",
        "run quickstart --threads 0",
        "run quickstart --threads many",
        "run quickstart --lanes 0",
        "run quickstart --top 0",
        "run quickstart --seed x",
        "run quickstart --set nokey=1",
        "run quickstart --set repeats=few",
        "run quickstart --store",
        "plan quickstart quickstart",
        "show no-such-thing",
        "show tanh --from 3 --to 1",
        "show tanh --to x",
        "show tanh --cost",
        "show tanh --set slope",
        "show tanh --set slope=1",
        "show tanh --passport --format html",
        "show x*",
        "eval tanh",
        "eval tanh --at x",
        "eval no-such --at 1",
        "export small",
        "export small --what birds",
        "export small --what trials --format xml",
        "export no-such --what trials --store memory:a",
        "export small --what trials --store no-such:a",
        "export small --what trials --store memory:",
        "export small --what trials --store memory",
        "reproduce small --store memory:a",
        "reproduce small/1 --store memory:a",
        "reproduce 0123456789abcdef --store memory:a",
        "reproduce small/1 --store no-such:a",
        "plugins birds",
        "plugins check",
        "plugins new Soft",
        "plugins install a.jar --sha256 xyz",
        "serve --port 65536",
        "serve --port -1",
        "serve --port http",
        "completion fish",
      })
  void whatCannotBeMeantIsWrongUsage(String arguments) {
    CommandLineFixture.Done done = sluice.run(arguments.split(" "));
    assertThat(done.err()).as(arguments).isNotEmpty().doesNotContain("--stacktrace");
    assertThat(done.exitCode()).as(done.err()).isEqualTo(2);
    assertThat(done.out()).isEmpty();
  }

  @Test
  void aStoreThatIsUnknownIsWrongUsageForRunsAndServers(@TempDir Path folder) {
    String study = StudyFiles.write(folder, "small.yaml", StudyFiles.SMALL);
    sluice.server = (laboratory, place, out) -> laboratory.openStore(place.storeUrl());
    for (String url : new String[] {"nosuch:x", "memory:", "memory", ":x", ""}) {
      assertThat(sluice.run("run", study, "--store", url).exitCode()).as(url).isEqualTo(2);
      assertThat(sluice.run("serve", "--store", url).exitCode()).as(url).isEqualTo(2);
    }
    assertThat(sluice.run("serve", "--store", "memory:full").exitCode()).isEqualTo(1);
  }

  @Test
  void argumentsAreNotReadFromFiles(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("arguments"), "list\nactivations\n");
    assertThat(sluice.run("@" + file).err()).startsWith("sluice: no command \"@" + folder);
    assertThat(sluice.run("eval", "tanh", "--at", "@" + file).err())
        .isEqualTo("sluice: --at: \"@" + file + "\" is not a number\n");
  }

  @Test
  void failuresOfFilesAreWords() {
    assertThat(Failures.explain(new NoSuchFileException("a b"))).isEqualTo("there is no file a b");
    assertThat(Failures.explain(new AccessDeniedException("/x")))
        .isEqualTo("/x may not be read or written by this user");
    assertThat(Failures.explain(new FileSystemException("/x", null, "No space left on device")))
        .isEqualTo("/x: No space left on device");
  }

  @ParameterizedTest
  @CsvSource({
    "Nul character not allowed, '\"a\" is no file name: Nul character not allowed'",
    "Malformed input or input contains unmappable characters, "
        + "'\"a\" is no file name: Malformed input or input contains unmappable characters; the"
        + " locale''s encoding is'"
  })
  void aNameThatTheLocaleCannotWriteIsNamed(String reason, String line) {
    assertThat(Failures.explain(new InvalidPathException("a", reason))).startsWith(line);
  }
}
