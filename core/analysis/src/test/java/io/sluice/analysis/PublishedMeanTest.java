package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedMeanTest {

  /** Fitness 0.2, 0.4 and 0.6 on one problem, 0.9 of another optimizer, 0.1 elsewhere. */
  private static StudyRows rows() {
    return new SyntheticStudy(0.01)
        .miss(0, 0.8, "problem", "hilly", "optimizer", "noa")
        .miss(1, 0.6, "problem", "hilly", "optimizer", "noa")
        .miss(2, 0.4, "problem", "hilly", "optimizer", "noa")
        .miss(0, 0.1, "problem", "hilly", "optimizer", "adamm")
        .miss(0, 0.9, "problem", "forest", "optimizer", "noa")
        .rows();
  }

  @Test
  void meansAreOfTheBestFitnessOfTheirCells() {
    PublishedMean.Repeated ours = new PublishedMean("hilly", "noa", 0.3, 12).against(rows());
    assertThat(ours.mean()).isCloseTo(0.4, within(1e-12));
    assertThat(ours.deviation()).isCloseTo(0.2, within(1e-12));
    assertThat(ours.trials()).isEqualTo(3);
    // 0.1 over 0.2 √(1/3 + 1/12)
    assertThat(ours.z()).isCloseTo(0.1 / (0.2 * Math.sqrt(5.0 / 12)), within(1e-9));
  }

  @Test
  void signsSayWhichIsLarger() {
    assertThat(new PublishedMean("hilly", "noa", 0.5, 10).against(rows()).z()).isNegative();
    assertThat(new PublishedMean("hilly", "noa", 0.4, 10).against(rows()).z())
        .isCloseTo(0, within(1e-9));
  }

  @Test
  void nothingIsSaidOfOneTrialOrNone() {
    assertThat(new PublishedMean("hilly", "adamm", 0.5, 10).against(rows()).z()).isNaN();
    PublishedMean.Repeated none = new PublishedMean("forest", "adamm", 0.5, 10).against(rows());
    assertThat(none.trials()).isZero();
    assertThat(none.mean()).isNaN();
    assertThat(none.z()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void whatIsNoMeanIsRefused(double mean) {
    assertThatThrownBy(() -> new PublishedMean("hilly", "noa", mean, 10))
        .hasMessageContaining("no mean of 10 runs is " + mean);
    assertThatThrownBy(() -> new PublishedMean("hilly", "noa", 0.5, 0))
        .hasMessageContaining("no mean of 0 runs is 0.5");
  }
}
