package io.sluice.math;

/**
 * ln x and ln(1 + x).
 *
 * <p>Method: x = 2^k m with m in [sqrt(1/2), sqrt 2), then ln m = 2 artanh(s) with s = (m - 1) / (m
 * + 1) carried in two numbers and an odd polynomial in s. Largest errors seen: log 0.55 ulp, log1p
 * 0.88 ulp.
 */
public final class Logarithm {

  private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

  private Logarithm() {}

  /** ln x: negative infinity at both zeros, NaN below zero, infinity at infinity. */
  public static double log(double x) {
    if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
      return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
    }
    boolean subnormal = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
    long k = (bits - SQRT_HALF_BITS) >> 52;
    double m = Double.longBitsToDouble(bits - (k << 52));
    return combine(subnormal ? k - 54 : k, m - 1, 0);
  }

  /**
   * ln(1 + x), accurate near zero too: negative infinity at -1, NaN below, x for the smallest x.
   */
  public static double log1p(double x) {
    if (!(x > -1 && x < Double.POSITIVE_INFINITY) || Math.abs(x) < 0x1p-54) {
      return x == -1 ? Double.NEGATIVE_INFINITY : x >= -0.5 ? x : Double.NaN;
    }
    double sum = 1 + x;
    double one = sum - x;
    double lost = (1 - one) + (x - (sum - one));
    long bits = Double.doubleToRawLongBits(sum);
    long k = (bits - SQRT_HALF_BITS) >> 52;
    double m = Double.longBitsToDouble(bits - (k << 52));
    // Beyond 2^60 nothing is lost that matters.
    double scaled = lost * Double.longBitsToDouble((1023 - Math.min(k, 60)) << 52);
    return combine(k, m - 1, scaled);
  }

  /** k ln 2 + ln(1 + f + tail). */
  private static double combine(long k, double f, double tail) {
    double d = 2 + f;
    double inverse = 1 / d;
    double s = f * inverse;
    double remainder = Math.fma(-s, d, f) + Math.fma(-s, (f - (d - 2)) + tail, tail);
    double z = s * s;
    double square = z * z;
    double even = Math.fma(square, 0.13268759668560612, 0.18181795630884753);
    even = Math.fma(square, even, 0.2857142857080323);
    even = Math.fma(square, even, 0.6666666666666666);
    double odd = Math.fma(square, 0.13086767009948175, 0.15386240205813478);
    odd = Math.fma(square, odd, 0.2222222239180047);
    odd = Math.fma(square, odd, 0.4000000000000088);
    double rest = Math.fma(s * z, Math.fma(z, odd, even), 2 * (remainder * inverse));
    double high = k * Exponential.LN2_HIGH;
    double sum = high + 2 * s;
    double lost = 2 * s - (sum - high);
    return sum + (lost + Math.fma((double) k, Exponential.LN2_LOW, rest));
  }

  /** Sets {@code y[i] = log(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void logs(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.logs(x, y, from, to);
  }

  /** Sets {@code y[i] = log1p(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void log1ps(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.log1ps(x, y, from, to);
  }
}
