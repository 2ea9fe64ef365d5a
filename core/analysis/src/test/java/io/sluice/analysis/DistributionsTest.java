package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class DistributionsTest {

  private static final Percentage CLOSE = Percentage.withPercentage(1e-10);

  @Test
  void betaWithAnArgumentOfOneIsAPower() {
    for (double a : new double[] {0.5, 1, 2.5, 17, 300, 40_000}) {
      for (double x : new double[] {1e-9, 0.001, 0.3, 0.5, 0.9, 0.9999}) {
        double power = Math.pow(x, a);
        if (power > 1e-300) {
          assertThat(Distributions.regularizedBeta(a, 1, x, 1 - x)).isCloseTo(power, CLOSE);
        }
        assertThat(Distributions.regularizedBeta(1, a, x, 1 - x))
            .isCloseTo(-Math.expm1(a * Math.log1p(-x)), CLOSE);
      }
    }
  }

  @Test
  void betaOfEqualArgumentsIsOneHalfInTheMiddle() {
    for (double a : new double[] {0.5, 3, 100, 1e5, 1e7}) {
      assertThat(Distributions.regularizedBeta(a, a, 0.5, 0.5)).isCloseTo(0.5, within(1e-11));
    }
  }

  @Test
  void coinTailsMatchExactSums() {
    for (int n : new int[] {1, 2, 7, 30, 101, 1000}) {
      for (int k = 0; k < n; k += 1 + n / 9) {
        assertThat(Distributions.coinAtMost(k, n)).isCloseTo(exactCoin(k, n), CLOSE);
      }
    }
    assertThat(Distributions.coinAtMost(-1, 5)).isZero();
    assertThat(Distributions.coinAtMost(5, 5)).isEqualTo(1);
  }

  @Test
  void tailOfFWithTwoAndTwoDegreesIsRational() {
    for (double f : new double[] {0.01, 0.5, 1, 3, 250, 1e8}) {
      assertThat(Distributions.upperTailOfF(f, 2, 2)).isCloseTo(1 / (1 + f), CLOSE);
    }
  }

  @Test
  void tailOfFWithOneAndOneDegreeIsAnArcTangent() {
    for (double f : new double[] {0.01, 0.5, 1, 3, 250, 1e8}) {
      assertThat(Distributions.upperTailOfF(f, 1, 1))
          .isCloseTo(2 / Math.PI * Math.atan(1 / Math.sqrt(f)), CLOSE);
    }
  }

  @Test
  void tailOfFWithHalfAMillionDegreesIsThatOfChiSquare() {
    // With two degrees above, (1 + 2 f / d)^(−d / 2).
    double d = 547_000;
    assertThat(Distributions.upperTailOfF(50, 2, d))
        .isCloseTo(Math.exp(-d / 2 * Math.log1p(2 * 50 / d)), CLOSE);
  }

  @Test
  void tailOfFAtTheEndsOfItsRange() {
    assertThat(Distributions.upperTailOfF(0, 3, 4)).isEqualTo(1);
    assertThat(Distributions.upperTailOfF(Double.POSITIVE_INFINITY, 3, 4)).isZero();
    assertThat(Distributions.upperTailOfF(Double.NaN, 3, 4)).isNaN();
    assertThat(Distributions.upperTailOfF(1, 3, 0)).isNaN();
  }

  static double exactCoin(int k, int n) {
    BigInteger sum = BigInteger.ZERO;
    BigInteger term = BigInteger.ONE;
    for (int i = 0; i <= k; i++) {
      sum = sum.add(term);
      term = term.multiply(BigInteger.valueOf(n - i)).divide(BigInteger.valueOf(i + 1));
    }
    return new BigDecimal(sum)
        .divide(new BigDecimal(BigInteger.TWO.pow(n)), MathContext.DECIMAL64)
        .doubleValue();
  }
}
