package io.sluice.math;

import static java.math.BigDecimal.ONE;
import static java.math.BigDecimal.ZERO;

import io.sluice.math.DoubleDouble.Polynomial;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The error function and its like to about 90 bits.
 *
 * <p>y = e^(x²) erfc x obeys y' = 2 x y - 2 / sqrt π. From its asymptotic series at 28 the equation
 * is solved downwards, where errors die out, with 60 digits; the Taylor polynomial at each
 * sixteenth is kept. Below 1, erf is its own Taylor series.
 */
final class ReferenceErrorFunction {

  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal TWO_OVER_ROOT_PI =
      new BigDecimal("1.1283791670955125738961589031215451716881012586579977136881714434");
  private static final DoubleDouble SLOPE_AT_ZERO = DoubleDouble.of(TWO_OVER_ROOT_PI);
  private static final DoubleDouble ROOT_HALF =
      DoubleDouble.of("0.707106781186547524400844362104849039284835937688474036588339869");
  private static final int FARTHEST = 28;
  private static final int STEPS = 16;
  private static final Polynomial[] SCALED_COMPLEMENT = scaledComplement();
  private static final Polynomial RATIO = ratio();

  private ReferenceErrorFunction() {}

  static Exact erf(double x) {
    return Math.abs(x) < 0x1p-200 ? tinyErf(x) : Exact.of(erf(DoubleDouble.of(x)));
  }

  static Exact erfc(double x) {
    return erfc(DoubleDouble.of(x));
  }

  static Exact cumulative(double x) {
    DoubleDouble scaled = ROOT_HALF.times(x);
    if (Math.abs(x) < 1) {
      return Exact.of(erf(scaled).plus(1).times(0.5));
    }
    Exact twice = erfc(scaled.negated());
    return new Exact(twice.significand(), twice.exponent() - 1);
  }

  /** Scaled, for the result may be subnormal. */
  private static Exact tinyErf(double x) {
    return new Exact(SLOPE_AT_ZERO.times(x * 0x1p300), -300);
  }

  private static DoubleDouble erf(DoubleDouble x) {
    if (Math.abs(x.high()) < 1) {
      return Math.abs(x.high()) < 0x1p-300 ? x : x.times(RATIO.at(x.times(x)));
    }
    DoubleDouble outer = erfc(x.absolute()).value().negated().plus(1);
    return x.high() < 0 ? outer.negated() : outer;
  }

  private static Exact erfc(DoubleDouble x) {
    if (x.high() < 0.25) {
      return Exact.of(erf(x).negated().plus(1));
    }
    DoubleDouble a = x.high() > FARTHEST ? DoubleDouble.of(FARTHEST) : x;
    int j = (int) Math.rint(a.high() * STEPS);
    DoubleDouble scaled = SCALED_COMPLEMENT[j].at(a.plus(-(double) j / STEPS));
    return Reference.exp(a.times(a).negated()).times(scaled);
  }

  private static Polynomial[] scaledComplement() {
    Polynomial[] result = new Polynomial[FARTHEST * STEPS + 1];
    BigDecimal step = ONE.divide(BigDecimal.valueOf(-STEPS), DIGITS);
    BigDecimal value = asymptotic();
    for (int j = FARTHEST * STEPS; j >= 0; j--) {
      BigDecimal[] taylor = taylor(BigDecimal.valueOf(j).divide(BigDecimal.valueOf(STEPS)), value);
      DoubleDouble[] leading = new DoubleDouble[17];
      for (int i = 0; i < leading.length; i++) {
        leading[i] = DoubleDouble.of(taylor[i]);
      }
      result[j] = Polynomial.of(leading, 8);
      value = ZERO;
      for (int i = taylor.length - 1; i >= 0; i--) {
        value = value.multiply(step, DIGITS).add(taylor[i], DIGITS);
      }
    }
    return result;
  }

  /** The Taylor coefficients at c, by the differential equation. */
  private static BigDecimal[] taylor(BigDecimal c, BigDecimal value) {
    BigDecimal[] a = new BigDecimal[50];
    BigDecimal two = BigDecimal.valueOf(2);
    a[0] = value;
    a[1] = two.multiply(c).multiply(value, DIGITS).subtract(TWO_OVER_ROOT_PI, DIGITS);
    for (int n = 1; n + 1 < a.length; n++) {
      BigDecimal sum = c.multiply(a[n], DIGITS).add(a[n - 1], DIGITS);
      a[n + 1] = two.multiply(sum).divide(BigDecimal.valueOf(n + 1), DIGITS);
    }
    return a;
  }

  /** The value at 28, where the terms fall by a factor of 20 at least. */
  private static BigDecimal asymptotic() {
    BigDecimal term = TWO_OVER_ROOT_PI.divide(BigDecimal.valueOf(2 * FARTHEST), DIGITS);
    BigDecimal sum = term;
    for (int n = 1; n < 35; n++) {
      BigDecimal factor = BigDecimal.valueOf(1 - 2 * n);
      term = term.multiply(factor).divide(BigDecimal.valueOf(2 * FARTHEST * FARTHEST), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum;
  }

  /** erf x / x as a polynomial in x². */
  private static Polynomial ratio() {
    DoubleDouble[] coefficients = new DoubleDouble[26];
    BigDecimal power = TWO_OVER_ROOT_PI;
    for (int n = 0; n < coefficients.length; n++) {
      coefficients[n] = DoubleDouble.of(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS));
      power = power.divide(BigDecimal.valueOf(-(n + 1L)), DIGITS);
    }
    return Polynomial.of(coefficients, 10);
  }
}
