package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many trials need hardly more memory than few: a heap for some thousands does for them all. */
class SmallHeapIT {

  private static final int REPEATS = 200_000;

  @TempDir Path folder;

  @Test
  void manyTrialsAreRunKeptAndJudgedInASmallHeap() throws IOException {
    Files.writeString(
        folder.resolve("many.yaml"),
        String.join(
            "\n",
            "study: many",
            "repeats: " + REPEATS,
            "budget: {steps: 2}",
            "problems: {id: single-example, x: 1, y: 0.5}",
            "networks: {hidden: [1], output: activated}",
            "activations: [tanh, relu]",
            "optimizers: adam",
            ""));
    // Held as objects, the results alone would take more than 100 MB.
    SluiceProcess sluice = new SluiceProcess(folder).withJavaOptions("-Xmx64m");
    String report =
        sluice.run("run", "many.yaml", "--store", "sqlite:many.db", "--format", "json").done();
    assertThat(report).containsPattern("\"trials\" *: *" + 2 * REPEATS);
    assertThat(
            sluice.run("run", "many.yaml", "--store", "sqlite:many.db", "--format", "json").done())
        .as("the report read back from the store")
        .isEqualTo(report);
  }

  /** Held as objects, the cells would take some gigabytes. */
  @Test
  void aMillionCellsArePlannedInASmallHeap() throws IOException {
    Files.writeString(
        folder.resolve("crossed.yaml"),
        String.join(
            "\n",
            "study: crossed",
            "budget: {steps: 2}",
            "problems: xor",
            "networks: {hidden: [1]}",
            "activations: [tanh, relu, sigmoid, silu, gelu]",
            "initial-weights: {uniform: {from: 0.1, to: 10, count: 200}}",
            "optimizers: {id: adam, learning-rate: {from: 0.001, to: 0.1, count: 1000}}",
            ""));
    SluiceProcess sluice = new SluiceProcess(folder).withJavaOptions("-Xmx64m");
    assertThat(sluice.run("plan", "crossed.yaml").done())
        .contains("1000000 cells x 20 repeats = 20000000 trials");
    String[] few = {"--set", "initial-weights={uniform: {from: 0.1, to: 10, count: 4}}"};
    String csv =
        sluice.run(with(new String[] {"plan", "crossed.yaml", "--format", "csv"}, few)).done();
    assertThat(csv.lines()).hasSize(1 + 20_000);
  }

  @Test
  void manyMeasurementsAreKeptInASmallHeap() throws IOException {
    Files.writeString(
        folder.resolve("often.yaml"),
        String.join(
            "\n",
            "study: often",
            "repeats: 8",
            "budget: {steps: 20000}",
            "stop: budget",
            "problems: {id: single-example}",
            "networks: {hidden: [1]}",
            "activations: tanh",
            "optimizers: adam",
            "measure: {every: 1}",
            "metrics: [loss, best-loss, saturated, dead, slope-mean, gradient-norm, update-ratio]",
            ""));
    // Held as objects, more than a million measurements would take as many times 40 bytes.
    SluiceProcess sluice = new SluiceProcess(folder).withJavaOptions("-Xmx64m");
    for (String store : new String[] {"sqlite:often.db", "jsonl:often"}) {
      sluice.run("run", "often.yaml", "--threads", "1", "--store", store).done();
    }
    String[] export = {"export", "often", "--what", "measurements", "--output", "rows.csv"};
    sluice.run(with(export, "--store", "sqlite:often.db")).done();
    byte[] rows = Files.readAllBytes(folder.resolve("rows.csv"));
    assertThat(rows).hasSizeGreaterThan(50_000_000);
    sluice.run(with(export, "--store", "jsonl:often")).done();
    assertThat(Files.readAllBytes(folder.resolve("rows.csv")).length).isEqualTo(rows.length);
  }

  private static String[] with(String[] command, String... options) {
    return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
  }

  @Test
  void whatDoesNotFitIsSaidInOneLineWithTheRemedy() throws IOException {
    Files.writeString(
        folder.resolve("wide.yaml"),
        String.join(
            "\n",
            "study: wide",
            "repeats: 2",
            "budget: {steps: 2}",
            "problems: {id: digits, scale: {inputs: min-max}}",
            "networks: {hidden: [1000, 1000]}",
            "activations: tanh",
            "optimizers: adam",
            ""));
    SluiceProcess sluice = new SluiceProcess(folder).withJavaOptions("-Xmx64m");
    SluiceProcess.Ended run = sluice.run("run", "wide.yaml", "--store", "sqlite:wide.db");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .contains("sluice: out of memory with -Xmx64m: allow more with SLUICE_JAVA_OPTS=-Xmx128m")
        .contains("0 of 2 trials are kept")
        .doesNotContain("\tat ");
  }
}
