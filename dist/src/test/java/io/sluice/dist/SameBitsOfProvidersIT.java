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

  @TempDir Path folder;

  @BeforeEach
  void study() throws IOException {
    Files.writeString(folder.resolve("layers.yaml"), STUDY);
  }

  private String trials(String store, String javaOptions, String... options) {
    SluiceProcess sluice = new SluiceProcess(folder);
    String[] run = new String[4 + options.length];
    run[0] = "run";
    run[1] = "layers.yaml";
    run[2] = "--store";
    run[3] = "sqlite:" + store;
    System.arraycopy(options, 0, run, 4, options.length);
    sluice.withJavaOptions(javaOptions).run(run).done();
    return sluice.run("export", "layers", "--what", "trials", "--store", "sqlite:" + store).done();
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
