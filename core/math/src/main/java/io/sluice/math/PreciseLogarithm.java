package io.sluice.math;

/**
 * ln(1 + f) in two numbers, for the mantissas 1 + f in [sqrt(1/2), sqrt 2).
 *
 * <p>Method: ln(1 + f) = 2 artanh s = 2 s + 2/3 s³ + s⁵ Q(s²) with s = f / (2 + f); s and the first
 * two terms are carried in two numbers, Q is a polynomial of degree 7. The sum of both numbers is
 * within 2^-63 of the logarithm, relatively. Both are asked for one after the other; a compiler
 * shares what they have in common.
 */
final class PreciseLogarithm {

  private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;
  private static final double TWO_THIRDS = 0.6666666666666666;
  private static final double TWO_THIRDS_LOW = 3.700743415417188e-17;

  private PreciseLogarithm() {}

  /** The k of x = 2^k (1 + f), for a positive finite x. */
  static double exponent(double x) {
    boolean subnormal = x < Double.MIN_NORMAL;
    long bits = Double.doubleToRawLongBits(subnormal ? x * 0x1p54 : x);
    return (bits - SQRT_HALF_BITS >> 52) - (subnormal ? 54 : 0);
  }

  /** The f of x = 2^k (1 + f), exact. */
  static double fraction(double x) {
    long bits = Double.doubleToRawLongBits(x < Double.MIN_NORMAL ? x * 0x1p54 : x);
    long k = bits - SQRT_HALF_BITS >> 52;
    return Double.longBitsToDouble(bits - (k << 52)) - 1;
  }

  /** ln(1 + f) but for the low part. */
  static double high(double f) {
    double s = f / (2 + f);
    return 2 * s + s * (s * s) * TWO_THIRDS;
  }

  /** ln(1 + f) - high(f). */
  static double low(double f) {
    double d = 2 + f;
    double s = f / d;
    double sLow = (Math.fma(-s, d, f) - s * (f - (d - 2))) / d;
    double z = s * s;
    double zLow = Math.fma(s, s, -z) + 2 * (s * sLow);
    double cube = s * z;
    double cubeLow = Math.fma(s, z, -cube) + Math.fma(s, zLow, sLow * z);
    double third = cube * TWO_THIRDS;
    double thirdLow =
        Math.fma(cube, TWO_THIRDS, -third) + Math.fma(cube, TWO_THIRDS_LOW, cubeLow * TWO_THIRDS);
    double first = 2 * s;
    double sum = first + third;
    double lost = third - (sum - first);
    return Math.fma(cube * z, rest(z), lost + (thirdLow + 2 * sLow));
  }

  /** (2 artanh s - 2 s - 2/3 s³) / s⁵, where z = s². */
  private static double rest(double z) {
    double square = z * z;
    double odd = Math.fma(square, 0.11723178623876518, 0.1333480469384731);
    odd = Math.fma(square, odd, 0.18181818335392802);
    odd = Math.fma(square, odd, 0.28571428571429364);
    double even = Math.fma(square, 0.11706236339491206, 0.1538459496251843);
    even = Math.fma(square, even, 0.22222222221655885);
    even = Math.fma(square, even, 0.4);
    return Math.fma(z, odd, even);
  }
}
