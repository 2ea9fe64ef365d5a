package io.sluice.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
