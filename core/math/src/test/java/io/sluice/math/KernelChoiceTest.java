package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** These tests run without the vector module and without the twin. */
class KernelChoiceTest {

  @Test
  void scalarIsAlwaysThere() {
    assertThat(KernelChoice.chosen("scalar").name()).isEqualTo("scalar");
  }

  @Test
  void autoIsContentWithScalar() {
    assertThat(KernelChoice.chosen("auto").name()).isEqualTo("scalar");
  }

  @Test
  void ordersThatCannotBeHadSayWhy() {
    assertThatIllegalStateException()
        .isThrownBy(() -> KernelChoice.chosen("vector-256"))
        .withMessageContaining("sluice.math=vector-256")
        .withMessageContaining("--add-modules jdk.incubator.vector");
  }

  @Test
  void unknownWordsAreRefusedWithWhatIsAllowed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> KernelChoice.chosen("vectors"))
        .withMessage(
            "sluice.math must be auto, scalar, vector, vector-256 or vector-512, but is"
                + " \"vectors\"");
  }
}
