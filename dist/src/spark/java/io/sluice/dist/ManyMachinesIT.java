package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows docs/many-machines.md to the letter, but for the ports and the size of the study: a
 * master and two workers as processes of their own, from the jars in lib/spark.
 */
class ManyMachinesIT {

  private static final Path PAGE = Path.of("../docs/many-machines.md");
  private static final Path SPARK = SluiceProcess.home().resolve("lib/spark");

  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stop() throws InterruptedException {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }
  }

  /** The commands of a block of the page that has this word in it, one line each. */
  private static List<String> commands(String word) throws IOException {
    String[] blocks = Files.readString(PAGE).split("```(sh)?\n");
    for (int i = 1; i < blocks.length; i += 2) {
      if (blocks[i].contains(word)) {
        return blocks[i].replace("\\\n", " ").lines().toList();
      }
    }
    throw new AssertionError("no block with " + word + " in " + PAGE);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Process shell(String command, Path output) {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", "exec " + command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SPARK_HOME", SPARK.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder
        .environment()
        .merge(
            "PATH",
            SluiceProcess.home().resolve("bin")
                + ":"
                + Path.of(System.getProperty("java.home")).resolve("bin"),
            (old, own) -> own + ":" + old);
    try {
      Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
      started.add(process);
      return process;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void await(Process process, Path output, Predicate<String> said) throws Exception {
    while (!said.test(Files.readString(output, StandardCharsets.UTF_8))) {
      assertThat(process.isAlive()).as(Files.readString(output)).isTrue();
      Thread.sleep(200);
    }
  }

  private String trials(String store) {
    return new SluiceProcess(folder)
        .run("export", "article", "--what", "trials", "--store", store)
        .done();
  }

  @Test
  void aStudyOnAClusterHasTheSameBytesThoughAWorkerIsKilled() throws Exception {
    String port = Integer.toString(freePort());
    List<String> servers = commands("deploy.master.Master");
    for (int i = 0; i < servers.size(); i++) {
      String command = servers.get(i).replace("7077", port).replaceFirst(" &$", "");
      Path output = folder.resolve("server-" + i);
      Process server = shell(command, output);
      boolean master = command.contains("Master");
      await(
          server,
          output,
          text -> text.contains(master ? "New state: ALIVE" : "registered with master"));
    }
    assertThat(started).hasSize(3);

    String run = commands("--on spark://").get(0).replace("7077", port);
    assertThat(run).startsWith("sluice run article ");
    String small = run + " --set 'optimizers=[adam, adamm]' --set repeats=1 --lanes 8";
    Path output = folder.resolve("run");
    Process running = shell(small, output);
    Path rows = folder.resolve("far");
    while (!hasTrials(rows)) {
      assertThat(running.isAlive()).as(Files.readString(output)).isTrue();
      Thread.sleep(100);
    }
    Process worker = started.get(1);
    worker.descendants().forEach(ProcessHandle::destroyForcibly); // Its executor.
    worker.destroyForcibly().waitFor();
    assertThat(running.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(running.exitValue()).as(Files.readString(output)).isZero();

    String here = small.replaceFirst("--on \\S+", "").replaceFirst("jsonl:\\S+", "jsonl:here");
    Process local = shell(here, folder.resolve("local"));
    assertThat(local.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(trials("jsonl:far")).isEqualTo(trials("jsonl:here"));
    assertThat(trials("jsonl:far").lines().count()).isGreaterThan(500);
  }

  @Test
  void oneJarIsEnoughForSparkSubmit() throws Exception {
    String submit =
        commands("SparkSubmit").get(0).replaceFirst("--master \\S+", "--master 'local[2]'");
    SmallStudy.write(folder, "[tanh, snake]", 5);
    Path jar = SluiceProcess.home().resolveSibling("sluice-for-spark-submit.jar");
    Path output = folder.resolve("submit");
    String command =
        submit
            .replaceFirst("\\S*sluice-for-spark-submit.jar", jar.toString())
            .replace("run article", "run small.yaml");
    Process submitted = shell(command, output);
    assertThat(submitted.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(submitted.exitValue()).as(Files.readString(output)).isZero();
    SluiceProcess sluice = new SluiceProcess(folder);
    sluice.run("run", "small.yaml", "--store", "jsonl:here").done();
    String far =
        sluice.run("export", "small", "--what", "measurements", "--store", "jsonl:far").done();
    assertThat(far)
        .isEqualTo(
            sluice
                .run("export", "small", "--what", "measurements", "--store", "jsonl:here")
                .done());
    assertThat(far.lines().count()).isGreaterThan(100);
  }

  private static boolean hasTrials(Path store) throws IOException {
    if (!Files.isDirectory(store)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(store)) {
      return files.filter(Files::isRegularFile).collect(Collectors.toList()).stream()
          .anyMatch(file -> file.getFileName().toString().startsWith("trials") && length(file) > 0);
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
