package io.sluice.math;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number as the unevaluated sum of two doubles, of which the second is at most half a unit in the
 * last place of the first: about 105 bits. The operations lose two or three of them.
 */
record DoubleDouble(double high, double low) {

  static final DoubleDouble ONE = new DoubleDouble(1, 0);

  static DoubleDouble of(double value) {
    return new DoubleDouble(value, 0);
  }

  static DoubleDouble of(BigDecimal value) {
    double high = value.doubleValue();
    BigDecimal rest = value.subtract(new BigDecimal(high), MathContext.UNLIMITED);
    return new DoubleDouble(high, rest.doubleValue());
  }

  static DoubleDouble of(String digits) {
    return of(new BigDecimal(digits));
  }

  /** a + b, exact. */
  static DoubleDouble sum(double a, double b) {
    double sum = a + b;
    double back = sum - a;
    return new DoubleDouble(sum, (a - (sum - back)) + (b - back));
  }

  /** a b, exact. */
  static DoubleDouble product(double a, double b) {
    double product = a * b;
    return new DoubleDouble(product, Math.fma(a, b, -product));
  }

  /** The sum, for a low part that may have grown. */
  private static DoubleDouble normal(double high, double low) {
    double sum = high + low;
    return new DoubleDouble(sum, low - (sum - high));
  }

  DoubleDouble plus(DoubleDouble other) {
    DoubleDouble highs = sum(high, other.high);
    DoubleDouble lows = sum(low, other.low);
    DoubleDouble first = normal(highs.high, highs.low + lows.high);
    return normal(first.high, first.low + lows.low);
  }

  DoubleDouble plus(double other) {
    DoubleDouble sum = sum(high, other);
    return normal(sum.high, sum.low + low);
  }

  DoubleDouble minus(DoubleDouble other) {
    return plus(other.negated());
  }

  DoubleDouble negated() {
    return new DoubleDouble(-high, -low);
  }

  DoubleDouble absolute() {
    return high < 0 ? negated() : this;
  }

  DoubleDouble times(DoubleDouble other) {
    double product = high * other.high;
    double rest = Math.fma(high, other.high, -product);
    return normal(product, rest + Math.fma(high, other.low, low * other.high));
  }

  DoubleDouble times(double other) {
    double product = high * other;
    return normal(product, Math.fma(low, other, Math.fma(high, other, -product)));
  }

  DoubleDouble over(DoubleDouble other) {
    double first = high / other.high;
    DoubleDouble rest = minus(other.times(first));
    double second = rest.high / other.high;
    double third = rest.minus(other.times(second)).high / other.high;
    return normal(first, second).plus(third);
  }

  DoubleDouble squareRoot() {
    double root = Math.sqrt(high);
    return normal(root, minus(product(root, root)).high / (2 * root));
  }

  /** This times 2^n, exact unless it overflows or underflows. */
  DoubleDouble scaled(int n) {
    return new DoubleDouble(Math.scalb(high, n), Math.scalb(low, n));
  }

  /** A polynomial; its last coefficients count so little that plain doubles do for them. */
  record Polynomial(double[] high, double[] low, int plain) {

    /** From coefficients, lowest power first. */
    static Polynomial of(DoubleDouble[] coefficients, int plain) {
      double[] high = new double[coefficients.length];
      double[] low = new double[coefficients.length];
      for (int i = 0; i < high.length; i++) {
        high[i] = coefficients[i].high;
        low[i] = coefficients[i].low;
      }
      return new Polynomial(high, low, plain);
    }

    /** Horner's scheme, with the arithmetic above written out. */
    DoubleDouble at(DoubleDouble x) {
      int i = high.length - 1;
      double sum = high[i];
      while (i > high.length - plain) {
        i--;
        sum = Math.fma(sum, x.high, high[i]);
      }
      double rest = 0;
      while (i > 0) {
        i--;
        double product = sum * x.high;
        double error = Math.fma(sum, x.high, -product);
        error += Math.fma(sum, x.low, rest * x.high);
        double next = product + high[i];
        double back = next - product;
        error += (product - (next - back)) + (high[i] - back) + low[i];
        sum = next + error;
        rest = error - (sum - next);
      }
      return new DoubleDouble(sum, rest);
    }
  }
}
