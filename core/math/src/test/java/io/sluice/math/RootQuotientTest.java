package io.sluice.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootQuotientTest {

  private static final MathContext DIGITS = new MathContext(40);

  @Test
  void quotientIsAsGoodAsThatByTheNearestRoot() {
    double worst = 0;
    for (double square = 0x1p-90; square < 0x1p90; square *= 1.0417) {
      double value = RootQuotient.rootQuotient(1, square, 1, 0);
      BigDecimal exact = BigDecimal.ONE.divide(new BigDecimal(square).sqrt(DIGITS), DIGITS);
      BigDecimal ulp = new BigDecimal(Math.ulp(exact.doubleValue()));
      double error = new BigDecimal(value).subtract(exact).divide(ulp, DIGITS).doubleValue();
      worst = Math.max(worst, Math.abs(error));
    }
    assertThat(worst).isBetween(1.4, 1.5);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-8, 0.5, 1e300})
  void nothingUnderTheRootLeavesTheConstant(double constant) {
    assertThat(RootQuotient.rootQuotient(3, 0, 2, constant)).isEqualTo(3 / constant);
  }

  /** Of subnormal squares the bits say too little, so the root is taken as it is. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.MIN_VALUE, 1e-320, 1e-310, Double.MIN_NORMAL, 1e-301})
  void tinySquaresKeepTheirRoots(double square) {
    double root = Math.sqrt(square);
    assertThat(RootQuotient.rootQuotient(1e-160, square, 1, 0))
        .isCloseTo(1e-160 / root, within(2e-16 * (1e-160 / root)));
    assertThat(RootQuotient.rootQuotient(1, square, 30, 1e-8)).isEqualTo(1 / 1e-8);
  }

  @Test
  void infiniteSquaresGiveNothingAndNanGivesNan() {
    assertThat(RootQuotient.rootQuotient(1, Double.POSITIVE_INFINITY, 1, 1e-8)).isZero();
    assertThat(RootQuotient.rootQuotient(1, Double.MAX_VALUE, 1, 0))
        .isCloseTo(1 / Math.sqrt(Double.MAX_VALUE), within(1e-170));
    assertThat(RootQuotient.rootQuotient(1, Double.NaN, 1, 1e-8)).isNaN();
    assertThat(RootQuotient.rootQuotient(Double.NaN, 1, 1, 1e-8)).isNaN();
  }
}
