package io.sluice.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DjlTrainingTest {

  private final DjlTraining djl = new DjlTraining();

  @ParameterizedTest
  @ValueSource(strings = {"1-1-1", "2-16-16-1", "64-128-10"})
  void computesTheSameTraining(String name) {
    Case training = Case.named(name).withSteps(40);
    double[] expected = new TightTraining().losses(training);
    double[] losses = djl.losses(training);
    assertThat(losses).hasSize(expected.length);
    for (int start = 0; start < losses.length; start++) {
      assertThat(losses[start]).isCloseTo(expected[start], within(1e-9));
    }
  }
}
