package io.sluice.math;

/**
 * x^y for every pair of doubles.
 *
 * <p>Method: e^(y ln |x|) with ln |x| to 2^-63, relatively, and the product in two numbers; then
 * the sign. So a result that is a whole number below 2^53 comes out exact for whole x and y. The
 * special cases are those of {@link java.lang.Math#pow}. Largest errors seen: pow 1.19 ulp.
 */
public final class Power {

  /** A greater exponent takes every |x| but 1 to zero or infinity, as this one does. */
  private static final double HIGHEST_EXPONENT = 0x1p70;

  /** Beyond it e^product overflows. */
  private static final double HIGHEST = 710;

  /** Below it e^product rounds to zero. */
  private static final double LOWEST = -746;

  private Power() {}

  /**
   * x^y: 1 for a zero y, x for y = 1, NaN if one of the two is NaN otherwise, or x is negative and
   * y not a whole number, or |x| is 1 and y infinite. A negative x, -0 and negative infinity among
   * them, gives the negative of |x|^y if y is an odd whole number.
   */
  public static double pow(double x, double y) {
    if (y == 0) {
      return 1;
    }
    double a = Math.abs(x);
    boolean ordinary = a > 0 && a < Double.POSITIVE_INFINITY && Math.abs(y) <= Double.MAX_VALUE;
    double magnitude = ordinary ? y == 1 ? a : positive(a, y) : extreme(a, y);
    boolean negative = Double.doubleToRawLongBits(x) < 0;
    if (negative && isOdd(y)) {
      return -magnitude;
    }
    return x < 0 && ordinary && Math.rint(y) != y ? Double.NaN : magnitude;
  }

  /** a^y for a positive finite a and a finite y. */
  private static double positive(double a, double y) {
    double c = y > HIGHEST_EXPONENT ? HIGHEST_EXPONENT : y;
    c = c < -HIGHEST_EXPONENT ? -HIGHEST_EXPONENT : c;
    double k = PreciseLogarithm.exponent(a);
    double f = PreciseLogarithm.fraction(a);
    double high = PreciseLogarithm.high(f);
    double base = k * Exponential.LN2_HIGH;
    double sum = base + high;
    double lost = high - (sum - base);
    double rest = lost + Math.fma(k, Exponential.LN2_LOW, PreciseLogarithm.low(f));
    double logarithm = sum + rest;
    double low = rest - (logarithm - sum);
    double product = c * logarithm;
    double productLow = Math.fma(c, logarithm, -product) + c * low;
    if (!(product < HIGHEST)) {
      return Double.POSITIVE_INFINITY;
    }
    return product < LOWEST ? 0 : Exponential.exp(product, productLow);
  }

  /** a^y for an a that is zero or infinite or a y that is infinite, or NaN among them. */
  private static double extreme(double a, double y) {
    if (a != a || y != y || (a == 1 && Math.abs(y) > Double.MAX_VALUE)) {
      return Double.NaN;
    }
    return a > 1 == y > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /** Whether y is an odd whole number; none is from 2^53 on. */
  private static boolean isOdd(double y) {
    double half = 0.5 * y;
    return Math.rint(y) == y && Math.rint(half) != half;
  }

  /**
   * Sets {@code power[i] = pow(x[i], y[i])} for {@code from <= i < to}; {@code power} may be
   * either.
   */
  public static void pows(double[] x, double[] y, double[] power, int from, int to) {
    for (int i = from; i < to; i++) {
      power[i] = pow(x[i], y[i]);
    }
  }

  /** Sets {@code power[i] = pow(x[i], y)} for {@code from <= i < to}; {@code power} may be x. */
  public static void pows(double[] x, double y, double[] power, int from, int to) {
    for (int i = from; i < to; i++) {
      power[i] = pow(x[i], y);
    }
  }
}
