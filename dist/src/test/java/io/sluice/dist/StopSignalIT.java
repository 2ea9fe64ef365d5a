package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C, and what else asks a process to end: once politely, twice at once. */
class StopSignalIT {

  private static final String STOPPING =
      "stopping when what is being computed comes back; again ends it at once\n";

  @TempDir Path folder;

  private SluiceProcess sluice;

  @BeforeEach
  void prepare() throws IOException {
    sluice = new SluiceProcess(folder);
  }

  private Path plugins(String id, String... body) throws IOException {
    Path plugins = Files.createDirectory(folder.resolve("dropped"));
    new StrangersPlugins().activation(id, body).writeTo(plugins);
    return plugins;
  }

  private Process run(String study) throws IOException {
    Files.writeString(folder.resolve("long.yaml"), study);
    return sluice.start(
        "--plugins",
        "dropped",
        "run",
        "long.yaml",
        "--store",
        "jsonl:rows",
        "--threads",
        "1",
        "--lanes",
        "1");
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static String study(String activation, String... more) {
    return String.join(
        "\n",
        "study: long",
        "repeats: 1000000",
        "problems: xor",
        "networks: {hidden: [2]}",
        "activations: [" + activation + "]",
        "optimizers: adam",
        String.join("\n", more),
        "");
  }

  @ParameterizedTest
  @CsvSource({"INT,130", "TERM,143", "HUP,129"})
  void oneSignalKeepsWhatIsFinishedAndSaysHowToGoOn(String signal, int exitCode)
      throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("dropped"));
    Process run = run(study("tanh", "budget: {steps: 10}"));
    sluice.awaitError(run, "kept in jsonl:rows");
    signal(signal, run);
    SluiceProcess.Ended ended = sluice.end(run);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .containsOnlyOnce(STOPPING)
        .containsPattern("stopped: [0-9]+ of 1000000 trials are finished and kept. To go on:\n")
        .endsWith(
            "  sluice run long.yaml --store jsonl:rows --plugins "
                + (ended.err().contains(folder.toString()) ? folder.resolve("dropped") : "dropped")
                + "\n");
  }

  @ParameterizedTest
  @CsvSource({"INT,INT,130", "TERM,TERM,143", "TERM,INT,130"})
  void theSecondEndsEvenWhatDoesNotComeBack(String first, String second, int exitCode)
      throws IOException, InterruptedException {
    plugins(
        "loops",
        "public double slope(double x) { return 1; }",
        "public double value(double x) {",
        "  System.out.println(\"looping\");",
        "  while (x == x) Thread.onSpinWait();",
        "  return x;",
        "}");
    Process run = run(study("loops", "budget: {steps: 10}"));
    sluice.awaitError(run, "looping");
    signal(first, run);
    sluice.awaitError(run, STOPPING);
    signal(second, run);
    SluiceProcess.Ended ended = sluice.end(run);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
    assertThat(ended.err())
        .contains(
            "stopped at once; what the store has is kept. To go on:\n  sluice run long.yaml ");
  }

  @Test
  void whilePlanningTheFirstEndsIt() throws IOException, InterruptedException {
    plugins(
        "ponders",
        "public double slope(double x) { return 1; }",
        "public double value(double x) { return x; }",
        "static { System.out.println(\"pondering\"); while (calls() > 0) Thread.onSpinWait(); }",
        "static int calls() { return 1; }");
    Process run = run(study("ponders", "budget: {steps: 10}"));
    sluice.awaitError(run, "pondering");
    signal("INT", run);
    SluiceProcess.Ended ended = sluice.end(run);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(130);
    assertThat(ended.err())
        .contains("stopped before a trial was run. To begin again:\n  sluice run long.yaml ");
  }

  @Test
  void aStepOfALargeNetworkIsNotWaitedFor() throws IOException, InterruptedException {
    Files.createDirectory(folder.resolve("dropped"));
    String large =
        study("relu", "budget: {steps: 1000000}")
            .replace("problems: xor", "problems: {id: digits, scale: {inputs: min-max}}")
            .replace("[2]", "[1024, 1024]")
            .replace("repeats: 1000000", "repeats: 1");
    Process run = run(large);
    sluice.awaitError(run, "kept in jsonl:rows");
    signal("TERM", run);
    SluiceProcess.Ended ended = sluice.end(run);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(143);
    assertThat(ended.err()).contains("stopped: 0 of 1 trials are finished and kept");
  }
}
