package io.sluice.activations;

/**
 * What is missing from e^x where it is the exponent of another exponential, which would magnify its
 * rounding.
 *
 * <p>Method: x = k ln 2 + r with |r| &lt;= ln 2 / 2, then e^r by its series, of which the terms up
 * to r³ are carried in two numbers.
 */
final class PreciseExponential {

  private static final double LOG2_E = 1.4426950408889634;

  /** The first 42 bits of ln 2, so that a whole number times it is exact. */
  private static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  private static final double LN2_LOW = 0x1.ef35793c76730p-45;

  private static final double THIRD = 1.0 / 3;
  private static final double THIRD_LOW = 1.850371707708594e-17;

  private PreciseExponential() {}

  /**
   * e^x - e, where e is e^x rounded; 0 where e is below 1 or above 750, for then the next
   * exponential does not need it.
   */
  static double missing(double x, double e) {
    if (!(e >= 1 && e <= 750)) {
      return 0;
    }
    double k = Math.rint(x * LOG2_E);
    double r = Math.fma(-k, LN2_HIGH, x);
    double square = 0.5 * r * r;
    double squareLow = Math.fma(0.5 * r, r, -square);
    double product = square * r;
    double productLow = Math.fma(square, r, -product) + squareLow * r;
    double cube = product * THIRD;
    double cubeLow = Math.fma(product, THIRD, -cube) + product * THIRD_LOW + productLow * THIRD;
    double first = 1 + r;
    double second = first + square;
    double third = second + cube;
    double lost = (r - (first - 1)) + (square - (second - first)) + (cube - (third - second));
    double tail = r * r * r * r * fromFourth(r);
    double low = lost + squareLow + cubeLow + tail - (third + tail) * (k * LN2_LOW);
    int power = (int) k;
    return (StrictMath.scalb(third, power) - e) + StrictMath.scalb(low, power);
  }

  /** 1/4! + r/5! + r²/6! + ..., to more digits than are needed. */
  private static double fromFourth(double r) {
    double sum = 1.0 / 1307674368000.0;
    sum = Math.fma(r, sum, 1.0 / 87178291200.0);
    sum = Math.fma(r, sum, 1.0 / 6227020800.0);
    sum = Math.fma(r, sum, 1.0 / 479001600);
    sum = Math.fma(r, sum, 1.0 / 39916800);
    sum = Math.fma(r, sum, 1.0 / 3628800);
    sum = Math.fma(r, sum, 1.0 / 362880);
    sum = Math.fma(r, sum, 1.0 / 40320);
    sum = Math.fma(r, sum, 1.0 / 5040);
    sum = Math.fma(r, sum, 1.0 / 720);
    sum = Math.fma(r, sum, 1.0 / 120);
    return Math.fma(r, sum, 1.0 / 24);
  }
}
