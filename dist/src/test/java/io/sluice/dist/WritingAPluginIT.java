package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/writing-a-plugin.md to the letter: writes its files, runs its commands in their
 * order, in an empty folder, without a network.
 */
class WritingAPluginIT {

  private static final Path PAGE = Path.of("../docs/writing-a-plugin.md");

  /** A file that the page has the reader write, or commands that it has him run. */
  private static final Pattern STEP =
      Pattern.compile(
          "Put this into `(?<file>[^`]+)`:\\n\\n```\\w+\\n(?<text>.*?)```\\n"
              + "|```sh\\n(?<commands>.*?)```\\n",
          Pattern.DOTALL);

  private static final long MINUTES = 20;

  @TempDir Path folder;

  @Test
  void thePageLeadsFromNothingToARunningStudy() throws IOException, InterruptedException {
    Path distribution = copyOfTheDistribution();
    Path work = Files.createDirectory(folder.resolve("work"));
    LocalRepository.ofThisBuild(folder.resolve("repository")).useIn(work);

    String output = run(script(Files.readString(PAGE)), work, distribution);

    assertThat(output)
        .containsPattern("soft-ramp\\.jar: all \\d+ checks of activation soft-ramp passed")
        .doesNotContain("note: formula")
        .containsPattern("soft-ramp 1\\.0\\.0 is installed as \\S+/plugins/soft-ramp\\.jar")
        .contains("A ramp that begins gently", "Does a gentle ramp get there sooner than relu?")
        .containsPattern("removed \\S+/plugins/soft-ramp\\.jar")
        .containsPattern(
            "soft-line-1\\.0\\.0\\.jar: all \\d+ checks of activation soft-line passed")
        .contains("Does soft-line get there sooner than tanh?");
    assertThat(distribution.resolve("plugins/soft-ramp.jar")).doesNotExist();
    Path generated = work.resolve("soft-line");
    assertThat(generated.resolve("src/main/java/org/example/SoftLine.java")).exists();
    assertThat(work.resolve("results/sluice.db")).exists();

    assertThat(run("sluice plugins new soft-line", folder, distribution))
        .contains("wrote the plugin soft-line");
    assertSameFiles(folder.resolve("soft-line"), generated);
  }

  /** The page as a script. */
  private static String script(String page) {
    StringBuilder script = new StringBuilder();
    Matcher step = STEP.matcher(page);
    while (step.find()) {
      if (step.group("file") == null) {
        script.append(step.group("commands"));
      } else {
        String file = step.group("file");
        script.append("cat > ").append(file).append(" <<'END'\n").append(step.group("text"));
        script.append("END\n");
      }
    }
    assertThat(script).contains("cat > SoftRamp.java", "cat > ramps.yaml", "javac ", "mvn -B ");
    return script.toString();
  }

  private static String run(String script, Path work, Path distribution)
      throws IOException, InterruptedException {
    Path output = work.resolveSibling("output");
    ProcessBuilder shell = new ProcessBuilder("sh", "-eu", "-c", script).directory(work.toFile());
    String java = System.getProperty("java.home");
    String maven = System.getProperty("maven.home");
    shell.environment().put("SLUICE", distribution.toString());
    shell.environment().put("JAVA_HOME", java);
    shell
        .environment()
        .merge(
            "PATH",
            "",
            (path, none) ->
                String.join(
                    File.pathSeparator,
                    distribution + "/bin",
                    java + "/bin",
                    maven + "/bin",
                    path));
    shell.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = shell.start();
    process.getOutputStream().close();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertThat(ended && process.exitValue() == 0).as(said).isTrue();
    return said;
  }

  private Path copyOfTheDistribution() throws IOException {
    Path copy = folder.resolve("sluice");
    try (Stream<Path> files = Files.walk(SluiceProcess.home())) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            copy.resolve(SluiceProcess.home().relativize(file).toString()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return copy;
  }

  private static void assertSameFiles(Path written, Path generated) throws IOException {
    try (Stream<Path> files = Files.walk(written)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).hasSameTextualContentAs(generated.resolve(written.relativize(file)));
      }
    }
  }
}
