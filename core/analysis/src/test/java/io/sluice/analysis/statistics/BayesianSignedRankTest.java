package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BayesianSignedRankTest {

  private static final double[] A = {0.31, -0.12, 0.05, 0.44, 0.27, -0.03, 0.18, 0.36, 0.09, -0.2};
  private static final double[] B = {
    0.01, -0.02, 0.03, 0.0, 0.05, -0.04, 0.02, 0.11, 0.09, -0.01, 0.06, 0.015
  };

  /** Expected are those of baycomp 1.0.3 with 400,000 draws. */
  @Test
  void probabilitiesAreThoseOfBaycomp() {
    assertOdds(BayesianSignedRank.of(0, A), 0.0297, 0, 0.9703);
    assertOdds(BayesianSignedRank.of(0.1, A), 0.0034, 0.2586, 0.7380);
    assertOdds(BayesianSignedRank.of(0.2, A), 0, 0.8491, 0.1509);
    assertOdds(BayesianSignedRank.of(0.0414, B), 0, 0.9175, 0.0825);
    assertOdds(BayesianSignedRank.of(0.01, B), 0.0189, 0.0386, 0.9425);
  }

  @Test
  void equalPairsAreWithinAndFarOnesAreNot() {
    assertOdds(BayesianSignedRank.of(0.1, new double[20]), 0, 1, 0);
    double[] far = new double[20];
    java.util.Arrays.fill(far, -3);
    assertOdds(BayesianSignedRank.of(0.1, far), 1, 0, 0);
  }

  @Test
  void negativeRegionIsRefused() {
    assertThatThrownBy(() -> BayesianSignedRank.of(-0.1, A))
        .hasMessage("a region is from 0 on, not -0.1");
  }

  private static void assertOdds(
      BayesianSignedRank odds, double below, double within, double above) {
    assertThat(odds.below()).isCloseTo(below, within(0.02));
    assertThat(odds.within()).isCloseTo(within, within(0.02));
    assertThat(odds.above()).isCloseTo(above, within(0.02));
  }
}
