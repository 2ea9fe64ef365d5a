package io.sluice.math;

/**
 * sin x and cos x for every finite x; NaN at infinity.
 *
 * <p>Method: r = x - k π / 2 with |r| &lt;= π / 4, then the sine or the cosine of r by the
 * quadrant, both of them polynomials, chosen without a branch. The remainder is carried in two
 * numbers: by three parts of π / 2 up to a million, by the bits of 1 / π that fit x beyond. Largest
 * errors seen: sin 0.84 ulp, cos 0.82 ulp.
 */
public final class Trigonometric {

  private static final double TWO_OVER_PI = 0.6366197723675814;

  /** π / 2 in three parts; the second has 33 bits, so that k times it is exact. */
  private static final double HALF_PI_HIGH = 0x1.921fb54442d18p0;

  private static final double HALF_PI_MIDDLE = 0x1.1a62633100000p-54;
  private static final double HALF_PI_LOW = 0x1.1701b839a2520p-88;

  /** From here on a multiple of the parts is no longer exact. */
  private static final double LARGE = 1e6;

  /** Below it sin x rounds to x. */
  private static final double TINY = 0x1p-27;

  private Trigonometric() {}

  /** sin x. */
  public static double sin(double x) {
    return sin(x, 0);
  }

  /** cos x. */
  public static double cos(double x) {
    return cos(x, 0);
  }

  /**
   * sin(x + tail), where x is a rounded product or sum and the tail what the rounding lost.
   *
   * @param x the angle
   * @param tail at most half a unit in the last place of x; of no effect beyond a million
   */
  public static double sin(double x, double tail) {
    if (!(Math.abs(x) <= LARGE)) {
      return HugeAngle.sin(x);
    }
    double result = shiftedSine(x, tail, 0);
    return Math.abs(x) < TINY ? x : result;
  }

  /**
   * cos(x + tail), where x is a rounded product or sum and the tail what the rounding lost.
   *
   * @param x the angle
   * @param tail at most half a unit in the last place of x; of no effect beyond a million
   */
  public static double cos(double x, double tail) {
    if (!(Math.abs(x) <= LARGE)) {
      return HugeAngle.cos(x);
    }
    return shiftedSine(x, tail, 1);
  }

  /** sin(x + tail + quadrants π / 2). */
  private static double shiftedSine(double x, double tail, long quadrants) {
    double shifted = shifted(x);
    double k = shifted - Exponential.ROUNDER;
    double difference = difference(x, k);
    double low = low(x, k, tail);
    double r = difference + low;
    double lost = low - (r - difference);
    return quadrant(r, lost, Double.doubleToRawLongBits(shifted) + quadrants);
  }

  private static double shifted(double x) {
    return Math.fma(x, TWO_OVER_PI, Exponential.ROUNDER);
  }

  /** x less the first two parts of k π / 2, rounded. */
  private static double difference(double x, double k) {
    return Math.fma(-k, HALF_PI_HIGH, x) - k * HALF_PI_MIDDLE;
  }

  /** What the difference lost, and the third part. */
  private static double low(double x, double k, double tail) {
    double exact = Math.fma(-k, HALF_PI_HIGH, x);
    double middle = k * HALF_PI_MIDDLE;
    double difference = exact - middle;
    double back = difference - exact;
    double error = (exact - (difference - back)) - (middle + back);
    return Math.fma(-k, HALF_PI_LOW, error + tail);
  }

  /** sin(r + low + k π / 2) for |r| &lt;= π / 4 and a low far smaller than r. */
  static double quadrant(double r, double low, long k) {
    long sine = Double.doubleToRawLongBits(sine(r, low));
    long cosine = Double.doubleToRawLongBits(cosine(r, low));
    return choose(sine, cosine, k);
  }

  /** Plus or minus one of the two, by the last two bits of k. */
  private static double choose(long sine, long cosine, long k) {
    long odd = -(k & 1);
    return Double.longBitsToDouble(((cosine & odd) | (sine & ~odd)) ^ (k & 2) << 62);
  }

  private static double sine(double r, double low) {
    double z = r * r;
    double square = z * z;
    double even =
        Math.fma(
            square,
            Math.fma(square, -2.5051131455447428e-08, -0.0001984126983675497),
            -0.16666666666666666);
    double odd =
        Math.fma(
            square,
            Math.fma(square, 1.591810123167728e-10, 2.755731610068312e-06),
            0.008333333333330946);
    double rest = Math.fma(z, odd, even);
    return r + Math.fma(r * z, rest, Math.fma(-0.5 * z, low, low));
  }

  private static double cosine(double r, double low) {
    double z = r * r;
    double square = z * z;
    double even =
        Math.fma(
            square,
            Math.fma(square, 2.087614602470193e-09, 2.4801587298763433e-05),
            0.041666666666666664);
    double odd =
        Math.fma(
            square,
            Math.fma(square, -1.1382614869434128e-11, -2.7557317270560385e-07),
            -0.0013888888888887395);
    double rest = Math.fma(z, odd, even);
    double half = 0.5 * z;
    double leading = 1 - half;
    double lost = (1 - leading) - half;
    return leading + (lost + Math.fma(z * z, rest, -r * low));
  }

  /** Sets {@code y[i] = sin(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void sins(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.sins(x, y, from, to);
  }

  /** Sets {@code y[i] = cos(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void coss(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.coss(x, y, from, to);
  }

  /**
   * Sets {@code sine[i] = sin(x[i])} and {@code cosine[i] = cos(x[i])} for {@code from <= i < to}
   * from one reduction. Either result may be written over {@code x}.
   */
  public static void sinsAndCosines(double[] x, double[] sine, double[] cosine, int from, int to) {
    KernelChoice.KERNELS.sinsAndCosines(x, sine, cosine, from, to);
  }

  /** The scalar truth of {@link #sinsAndCosines}. */
  static void scalarSinsAndCosines(double[] x, double[] sine, double[] cosine, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      if (Math.abs(input) <= LARGE && Math.abs(input) >= TINY) {
        double shifted = shifted(input);
        double k = shifted - Exponential.ROUNDER;
        double difference = difference(input, k);
        double low = low(input, k, 0);
        double r = difference + low;
        double lost = low - (r - difference);
        long quadrant = Double.doubleToRawLongBits(shifted);
        long sineBits = Double.doubleToRawLongBits(sine(r, lost));
        long cosineBits = Double.doubleToRawLongBits(cosine(r, lost));
        sine[i] = choose(sineBits, cosineBits, quadrant);
        cosine[i] = choose(sineBits, cosineBits, quadrant + 1);
      } else {
        sine[i] = sin(input);
        cosine[i] = cos(input);
      }
    }
  }
}
