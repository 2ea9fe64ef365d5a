package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study of every kind of layer gives the same bytes, whatever computes it. */
class SameBitsOfProvidersIT {

  private static final String STUDY =
      String.join(
          "\n",
          "study: layers",
          "budget: {steps: 30}",
          "stop: budget",
          "repeats: 2",
          "problems: [xor, {id: sin3x, points: 24}, {id: iris, scale: {inputs: standardise}}]",
          "networks:",
          "  - {hidden: [{units: 5, frozen: true}, {units: 5, rank: 2, residual: true}]}",
          "  - {hidden: [3], norm: layer, bias: 0.1}",
          "activations: [tanh, gelu, mish, snake, softplus, prelu]",
          "optimizers: [adam, rmsprop, {id: adamm, population-size: 8}]",
          "batches: [full, {size: 8, order: shuffled}]",
          "initial-weights: [{uniform: 1}, orthogonal]",
          "bounds: 3",
          "weight-policies: reflect",
          "");

  /** Activations over all units of a layer, and such as draw random numbers. */
  private static final String UNITS =
      String.join(
          "\n",
          "study: units",
          "budget: {steps: 30}",
          "stop: budget",
          "repeats: 2",
          "problems: [xor, {id: sin3x, points: 24}]",
          "networks:",
          "  - {hidden: [6, {units: 6, residual: true}]}",
          "  - {hidden: [4], norm: layer}",
          "activations: [swiglu, geglu, glu, maxout, crelu, softmax, log-softmax, sparsemax,",
          "  rrelu, probact]",
          "optimizers: [adam, {id: adamm, population-size: 8}]",
          "batches: [full, {size: 8, order: shuffled}]",
          "initial-weights: {uniform: 1}",
          "bounds: 3",
          "weight-policies: reflect",
          "");

  @TempDir Path folder;

  @BeforeEach
  void study() throws IOException {
    Files.writeString(folder.resolve("layers.yaml"), STUDY);
    Files.writeString(folder.resolve("units.yaml"), UNITS);
  }

  private String trials(String store, String javaOptions, String... options) {
    return trialsOf("layers", store, javaOptions, options);
  }

  private String trialsOf(String study, String store, String javaOptions, String... options) {
    SluiceProcess sluice = new SluiceProcess(folder);
    String[] run = new String[4 + options.length];
    run[0] = "run";
    run[1] = study + ".yaml";
    run[2] = "--store";
    run[3] = "sqlite:" + store;
    System.arraycopy(options, 0, run, 4, options.length);
    sluice.withJavaOptions(javaOptions).run(run).done();
    return sluice.run("export", study, "--what", "trials", "--store", "sqlite:" + store).done();
  }

  @Test
  void activationsOverUnitsAndDrawsGiveTheSameBytes() {
    String scalar = trialsOf("units", "u-scalar.db", "-Dsluice.math=scalar", "--threads", "1");
    assertThat(scalar.lines().count()).isGreaterThan(100);
    assertThat(trialsOf("units", "u-auto.db", "", "--threads", "2")).isEqualTo(scalar);
    for (int lanes : new int[] {1, 8, 16, 40}) {
      String forced =
          trialsOf("units", "u-lanes.db" + lanes, "", "--lanes", Integer.toString(lanes));
      assertThat(forced).as("%d lanes", lanes).isEqualTo(scalar);
    }
  }

  @Test
  void scalarAndVectorProvidersAndLaneCountsGiveTheSameBytes() {
    String scalar = trials("scalar.db", "-Dsluice.math=scalar");
    assertThat(scalar.lines().count()).isGreaterThan(300);
    assertThat(trials("auto.db", "")).isEqualTo(scalar);
    for (int lanes : new int[] {1, 8, 16, 40, 64, 128}) {
      String forced = trials("lanes.db" + lanes, "", "--lanes", Integer.toString(lanes));
      assertThat(forced).as("%d lanes", lanes).isEqualTo(scalar);
    }
  }
}
