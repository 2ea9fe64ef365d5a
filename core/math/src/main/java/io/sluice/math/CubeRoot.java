package io.sluice.math;

/**
 * The cube root.
 *
 * <p>Method: a third of the bits of |x| as a whole number are those of a y within 3 percent of the
 * root; y times a polynomial of degree 4 for (y³ / |x|)^(-1/3) is within 2^-22, and one step of
 * Halley's method, in which the residue |x| - y³ is exact but for one rounding, does the rest.
 * Largest errors seen: cbrt 0.51 ulp.
 */
public final class CubeRoot {

  /** 2^32 / 3, rounded up: times it and shifted is a third. */
  private static final long THIRD = 0x55555556L;

  /** Two thirds of the exponent's bias, in the upper half of the bits, and a little less. */
  private static final long BIAS = 0x2a9f7100L;

  private CubeRoot() {}

  /** The cube root of x, with its sign: zeros and infinities give themselves. */
  public static double cbrt(double x) {
    double a = Math.abs(x);
    if (!(a > 0 && a < Double.POSITIVE_INFINITY)) {
      return x;
    }
    // Scaled so that neither the cube nor the residue underflows or overflows.
    boolean small = a < 0x1p-700;
    boolean large = a > 0x1p700;
    double scaled = small ? a * 0x1p600 : large ? a * 0x1p-600 : a;
    long upper = Double.doubleToRawLongBits(scaled) >>> 32;
    double y = Double.longBitsToDouble((upper * THIRD >>> 32) + BIAS << 32);
    double e = Math.fma(y * y, y / scaled, -1);
    double correction = Math.fma(e, 0.14529411300155992, -0.17425802314774058);
    correction = Math.fma(e, correction, 0.22221937132273414);
    correction = Math.fma(e, correction, -0.33333012698339265);
    y = rounded(Math.fma(y * e, correction, y));
    double square = y * y;
    double residue = Math.fma(-square, y, scaled);
    double root = y + y * residue / Math.fma(2 * square, y, scaled);
    return Math.copySign(root * (small ? 0x1p-200 : large ? 0x1p200 : 1), x);
  }

  /** y to 24 bits, so that its square is exact. */
  private static double rounded(double y) {
    return Double.longBitsToDouble((Double.doubleToRawLongBits(y) + (1L << 28)) & -(1L << 29));
  }

  /** Sets {@code y[i] = cbrt(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void cbrts(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = cbrt(x[i]);
    }
  }
}
