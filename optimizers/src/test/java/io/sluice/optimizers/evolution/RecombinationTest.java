package io.sluice.optimizers.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of ranks, with numbers of pycma 4.5.0. */
class RecombinationTest {

  @ParameterizedTest
  @CsvSource({"1, 4", "2, 6", "3, 7", "10, 10", "40, 15", "1000, 24"})
  void theUsualSizeIsThatOfTheTutorial(int parameters, int size) {
    assertThat(Recombination.usualSize(parameters)).isEqualTo(size);
  }

  @Test
  void logarithmicWeightsAreThoseOfPycma() {
    Recombination ten = Recombination.logarithmic(10);
    assertThat(ten.weights())
        .containsExactly(
            new double[] {
              0.45627264690340597,
              0.2707530970017852,
              0.16223111715866978,
              0.08523354710016448,
              0.025509591835974777
            },
            within(1e-15));
    assertThat(ten.effective()).isCloseTo(3.1672992814107035, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 9, 10, 1001})
  void weightsSumToOneAndUtilitiesToNothing(int size) {
    assertThat(Arrays.stream(Recombination.logarithmic(size).weights()).sum())
        .isCloseTo(1, within(1e-14));
    assertThat(Arrays.stream(Recombination.utilities(size)).sum()).isCloseTo(0, within(1e-14));
    assertThat(Recombination.equal(size).effective()).isCloseTo(size, within(1e-9));
  }
}
