package io.sluice.math;

/**
 * The logarithms to the bases 2 and 10; exact where x is a power of its base.
 *
 * <p>Method: as {@link Power}, x = 2^k m with m in [sqrt(1/2), sqrt 2) and ln m in two numbers;
 * then log2 x = k + ln m / ln 2 and log10 x = k log10 2 + ln m / ln 10, in two numbers too. Largest
 * errors seen: log2 0.51 ulp, log10 0.51 ulp.
 */
public final class CommonLogarithm {

  private static final double LOG2_E = 1.4426950408889634;
  private static final double LOG2_E_LOW = 2.0355273740931033e-17;
  private static final double LOG10_E = 0.4342944819032518;
  private static final double LOG10_E_LOW = 1.098319650216765e-17;

  /** The first 42 bits of log10 2, so that a whole number times it is exact. */
  private static final double LOG10_2 = 0x1.34413509f7800p-2;

  private static final double LOG10_2_LOW = 0x1.fef311f12b358p-46;

  private CommonLogarithm() {}

  /** log2 x: negative infinity at both zeros, NaN below zero, infinity at infinity. */
  public static double log2(double x) {
    return logarithm(x, 1, 0, LOG2_E, LOG2_E_LOW);
  }

  /** log10 x: negative infinity at both zeros, NaN below zero, infinity at infinity. */
  public static double log10(double x) {
    return logarithm(x, LOG10_2, LOG10_2_LOW, LOG10_E, LOG10_E_LOW);
  }

  /** The logarithm that is two (in two numbers) at 2 and one (in two numbers) at e. */
  private static double logarithm(double x, double two, double twoLow, double e, double eLow) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }
    double k = PreciseLogarithm.exponent(x);
    double f = PreciseLogarithm.fraction(x);
    double high = PreciseLogarithm.high(f);
    double low = PreciseLogarithm.low(f);
    double scaled = high * e;
    double rest = Math.fma(high, e, -scaled) + Math.fma(high, eLow, low * e);
    double base = k * two;
    double sum = base + scaled;
    double lost = scaled - (sum - base);
    return sum + (lost + Math.fma(k, twoLow, rest));
  }

  /** Sets {@code y[i] = log2(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void log2s(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = log2(x[i]);
    }
  }

  /** Sets {@code y[i] = log10(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void log10s(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = log10(x[i]);
    }
  }
}
