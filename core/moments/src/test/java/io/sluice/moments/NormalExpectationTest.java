package io.sluice.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class NormalExpectationTest {

  private static double expectation(DoubleUnaryOperator function, double... breaks) {
    return NormalExpectation.of((z, r) -> function.applyAsDouble(z) * r * r, breaks);
  }

  @Test
  void evenMomentsAreTheDoubleFactorials() {
    assertThat(expectation(z -> 1)).isCloseTo(1, within(1e-14));
    assertThat(expectation(z -> z * z)).isCloseTo(1, within(1e-14));
    assertThat(expectation(z -> z * z * z * z)).isCloseTo(3, within(3e-14));
    assertThat(expectation(z -> z * z * z)).isCloseTo(0, within(1e-14));
  }

  @Test
  void kinksThatAreNamedCostNoAccuracy() {
    // E |z − 0.3|, by mpmath.
    assertThat(expectation(z -> Math.abs(z - 0.3), 0.3))
        .isCloseTo(0.83352248423441975, within(1e-14));
  }

  @Test
  void jumpsThatAreNotNamedAreClosedInOn() {
    // The distribution function at 0.3, by mpmath.
    assertThat(expectation(z -> z < 0.3 ? 1 : 0)).isCloseTo(0.61791142218895268, within(1e-13));
  }

  @Test
  void oscillationsCancel() {
    assertThat(expectation(z -> Math.cos(3 * z))).isCloseTo(Math.exp(-4.5), within(1e-14));
    assertThat(expectation(z -> Math.cos(60 * z))).isCloseTo(0, within(1e-13));
  }

  @Test
  void squaresOfTheExponentialFunctionFarOutAreInReach() {
    double moment =
        NormalExpectation.of(
            (z, r) -> {
              double root = Math.exp(14 * z) * r;
              return root * root;
            });
    assertThat(moment).isCloseTo(Math.exp(392), withinPercentage(1e-9));
  }

  @Test
  void whatIsNotFiniteStaysSo() {
    assertThat(expectation(z -> z > 1 ? Double.POSITIVE_INFINITY : 0)).isInfinite();
    assertThat(expectation(z -> z > 1 ? Double.NaN : 0)).isNaN();
  }
}
