package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void endsBelongToTheIntervalOnlyWhereTheyAreAttained() {
    assertEnds(Interval.closed(0, 1), true, true);
    assertEnds(Interval.open(0, 1), false, false);
    assertEnds(Interval.closedOpen(0, 1), true, false);
    assertEnds(Interval.openClosed(0, 1), false, true);
  }

  private static void assertEnds(Interval interval, boolean lower, boolean upper) {
    assertThat(interval.contains(0)).isEqualTo(lower);
    assertThat(interval.contains(Double.MIN_VALUE)).isTrue();
    assertThat(interval.contains(1)).isEqualTo(upper);
    assertThat(interval.contains(-Double.MIN_VALUE)).isFalse();
    assertThat(interval.contains(Math.nextUp(1.0))).isFalse();
  }

  @Test
  void noIntervalHoldsNanOrAnInfinity() {
    Interval attained =
        new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, true);
    for (Interval interval :
        new Interval[] {Interval.REALS, Interval.POSITIVE, Interval.NOT_NEGATIVE, attained}) {
      assertThat(interval.contains(Double.NaN)).isFalse();
      assertThat(interval.contains(Double.POSITIVE_INFINITY)).isFalse();
      assertThat(interval.contains(Double.NEGATIVE_INFINITY)).isFalse();
      assertThat(interval.contains(Double.MAX_VALUE)).isTrue();
    }
    assertThat(attained).isEqualTo(Interval.REALS);
  }

  @Test
  void positiveNumbersExcludeZeroAndNotNegativeOnesIncludeIt() {
    assertThat(Interval.POSITIVE.contains(0)).isFalse();
    assertThat(Interval.NOT_NEGATIVE.contains(0)).isTrue();
    assertThat(Interval.NOT_NEGATIVE.contains(-1e-300)).isFalse();
  }

  @Test
  void isBoundedIfBothEndsAreFinite() {
    assertThat(Interval.open(-1, 1).isBounded()).isTrue();
    assertThat(Interval.atLeast(0).isBounded()).isFalse();
    assertThat(Interval.REALS.isBounded()).isFalse();
  }

  @Test
  void textIsMathematicalNotation() {
    assertThat(Interval.closedOpen(0, 1)).hasToString("[0, 1)");
    assertThat(Interval.openClosed(-0.5, 2)).hasToString("(-0.5, 2]");
    assertThat(Interval.REALS).hasToString("(-∞, ∞)");
    assertThat(Interval.NOT_NEGATIVE).hasToString("[0, ∞)");
  }

  @Test
  void endsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> Interval.closed(2, 1)).hasMessage("no interval from 2.0 to 1.0");
    assertThatThrownBy(() -> Interval.closed(Double.NaN, 1))
        .hasMessage("no interval from NaN to 1.0");
    assertThat(Interval.closed(1, 1).contains(1)).isTrue();
  }
}
