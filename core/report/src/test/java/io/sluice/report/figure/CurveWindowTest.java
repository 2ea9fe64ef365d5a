package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Interval;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CurveWindowTest {

  private static final Offset<Double> MARGIN = Offset.offset(0.07);

  @Test
  void mostCurvesAreSeenFromMinusFiveToFiveAndUpToThree() {
    CurveWindow window = CurveWindow.of(Drawn.identity());
    assertThat(window.left()).isEqualTo(-5);
    assertThat(window.right()).isEqualTo(5);
    assertThat(window.low()).isEqualTo(-3 - 0.06 * 6);
    assertThat(window.high()).isEqualTo(3 + 0.06 * 6);
  }

  @Test
  void aBoundedCurveFillsTheHeight() {
    CurveWindow window = CurveWindow.of(Drawn.step());
    assertThat(window.low()).isCloseTo(0, MARGIN);
    assertThat(window.high()).isCloseTo(1, MARGIN);
  }

  @Test
  void aCurveThatTurnsOftenIsSeenFromNearer() {
    assertThat(CurveWindow.of(Drawn.sine(1)).right()).isEqualTo(5);
    assertThat(CurveWindow.of(Drawn.sine(5)).right()).isEqualTo(2);
    assertThat(CurveWindow.of(Drawn.sine(30)).right()).isEqualTo(0.5);
  }

  @Test
  void aSteepSlopeDoesNotFlattenTheCurve() {
    CurveWindow window = CurveWindow.of(Drawn.sine(30));
    assertThat(window.high()).isLessThan(1.7);
  }

  @Test
  void kinksAreSeenWhereverTheyAre() {
    CurveWindow window =
        CurveWindow.of(
            new Drawn.Curve(
                "relu6",
                x -> Math.min(Math.max(0, x), 6),
                x -> x > 0 && x < 6 ? 1 : 0,
                Interval.closed(0, 6),
                0,
                6));
    assertThat(window.right()).isEqualTo(8);
    assertThat(window.high()).isGreaterThan(6);
  }

  @Test
  void aCurveFarFromZeroIsSeenAllTheSame() {
    assertThat(CurveWindow.of(Drawn.constant(1000)).high()).isGreaterThan(1000);
    assertThat(CurveWindow.of(Drawn.constant(-1000)).low()).isLessThan(-1000);
  }
}
