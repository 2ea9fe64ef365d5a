package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {

  @Test
  void wilsonIntervalHasItsKnownValues() {
    assertInterval(new Share(8, 10), 0.4901625, 0.9433178);
    assertInterval(new Share(0, 10), 0, 0.2775328);
    assertInterval(new Share(10, 10), 0.7224672, 1);
    assertInterval(new Share(200, 200), 0.9811547, 1);
  }

  @Test
  void endsAreTheSharesThatTheScoreTestJustAllows() {
    Share share = new Share(137, 412);
    Estimate estimate = share.estimate();
    for (double end : new double[] {estimate.lower(), estimate.upper()}) {
      double score = Math.abs(share.value() - end) / Math.sqrt(end * (1 - end) / 412);
      assertThat(score).isCloseTo(1.959963984540054, within(1e-12));
    }
  }

  @Test
  void ofNothingNothingIsKnown() {
    assertThat(new Share(0, 0).estimate()).isEqualTo(new Estimate(Double.NaN, 0, 1));
  }

  @Test
  void moreThanAllIsRefused() {
    assertThatThrownBy(() -> new Share(3, 2)).hasMessage("no share of 3 in 2");
  }

  private static void assertInterval(Share share, double lower, double upper) {
    assertThat(share.estimate().lower()).isCloseTo(lower, within(5e-8));
    assertThat(share.estimate().upper()).isCloseTo(upper, within(5e-8));
  }
}
