package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the built distribution as a user does, in a folder of its own. */
final class SluiceProcess {

  private static final long MINUTES = 20;

  private final Path folder;
  private final Path distribution;
  private final String javaOptions;

  SluiceProcess(Path folder) {
    this(folder, home());
  }

  SluiceProcess(Path folder, Path distribution) {
    this(folder, distribution, "");
  }

  private SluiceProcess(Path folder, Path distribution, String javaOptions) {
    this.folder = folder;
    this.distribution = distribution;
    this.javaOptions = javaOptions;
  }

  /** The same, run with further options of Java. */
  SluiceProcess withJavaOptions(String options) {
    return new SluiceProcess(folder, distribution, options);
  }

  /**
   * What a command came to.
   *
   * @param exitCode its exit code
   * @param out its standard output
   * @param err its standard error
   */
  record Ended(int exitCode, String out, String err) {

    /** The output of a command that must have succeeded. */
    String done() {
      assertThat(exitCode).as("exit code; standard error was:%n%s", err).isZero();
      return out;
    }
  }

  /** The distribution's folder. */
  static Path home() {
    return Path.of(System.getProperty("sluice.distribution"));
  }

  /** Starts a command; its output goes to the files {@code out} and {@code err} of the folder. */
  Process start(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(distribution.resolve("bin/sluice").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SLUICE_JAVA_OPTS", javaOptions);
    builder.redirectOutput(folder.resolve("out").toFile());
    builder.redirectError(folder.resolve("err").toFile());
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs a command to its end. */
  Ended run(String... arguments) {
    return end(start(arguments));
  }

  /** Waits for the end of a command that was started last. */
  Ended end(Process process) {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("still running after " + MINUTES + " minutes");
      }
      return new Ended(process.exitValue(), read("out"), read("err"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new AssertionError("interrupted", interrupted);
    }
  }

  /** Where a server that was started last says it is. */
  String address(Process server) throws IOException, InterruptedException {
    Instant patience = Instant.now().plus(Duration.ofMinutes(10));
    Pattern pattern = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/?");
    while (true) {
      Matcher found = pattern.matcher(read("out"));
      if (found.find()) {
        return found.group().endsWith("/") ? found.group() : found.group() + "/";
      }
      assertThat(server.isAlive()).as(read("err")).isTrue();
      assertThat(Instant.now()).isBefore(patience);
      Thread.sleep(50);
    }
  }

  /** Waits until a process that was started last has written this to standard error. */
  String awaitError(Process process, String text) throws IOException, InterruptedException {
    Instant patience = Instant.now().plus(Duration.ofMinutes(MINUTES));
    while (!read("err").contains(text)) {
      assertThat(process.isAlive()).as("waiting for \"%s\" in:%n%s", text, read("err")).isTrue();
      assertThat(Instant.now())
          .as("waiting for \"%s\" in:%n%s", text, read("err"))
          .isBefore(patience);
      Thread.sleep(50);
    }
    return read("err");
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name), StandardCharsets.UTF_8);
  }
}
