package io.sluice.math;

/**
 * e^x and e^x - 1.
 *
 * <p>Method: x = k ln 2 + r with |r| &lt;= ln 2 / 2, then e^r = 1 + r + r² P(r) with a polynomial P
 * of degree 10, scaled by 2^k. Largest errors seen: exp 1.02 ulp, expm1 1.34 ulp.
 */
public final class Exponential {

  /** Adding and subtracting it rounds to the nearest whole number, which stays in the low bits. */
  static final double ROUNDER = 0x1.8p52;

  static final double LOG2_E = 1.4426950408889634;

  /** The first 42 bits of ln 2, so that a whole number times it is exact. */
  static final double LN2_HIGH = 0x1.62e42fefa3800p-1;

  static final double LN2_LOW = 0x1.ef35793c76730p-45;

  /** Up to this magnitude the result is normal and one scaling is enough. */
  private static final double NORMAL = 708;

  /** Below it e^x rounds to zero. */
  private static final double LOWEST = -746;

  /** Above it e^x overflows. */
  private static final double HIGHEST = 710;

  private Exponential() {}

  /** e^x: 0 at negative infinity, infinity above 709.78, subnormal results included. */
  public static double exp(double x) {
    if (!(Math.abs(x) <= NORMAL)) {
      return extreme(x);
    }
    double shifted = Math.fma(x, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, x));
    double power = 1 + Math.fma(r * r, quadraticTail(r), r);
    return power * powerOfTwo((int) Double.doubleToRawLongBits(shifted));
  }

  /** The same arithmetic, scaled in two steps. */
  private static double extreme(double x) {
    double c = x < LOWEST ? LOWEST : x;
    c = c > HIGHEST ? HIGHEST : c;
    double shifted = Math.fma(c, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double r = Math.fma(-k, LN2_LOW, Math.fma(-k, LN2_HIGH, c));
    double power = 1 + Math.fma(r * r, quadraticTail(r), r);
    int n = (int) Double.doubleToRawLongBits(shifted);
    return power * powerOfTwo(n >> 1) * powerOfTwo(n - (n >> 1));
  }

  /** e^(x + tail) to 0.6 ulp, for x not above 0 and a tail far smaller than x. */
  static double exp(double x, double tail) {
    double c = x < LOWEST ? LOWEST : x;
    double shifted = Math.fma(c, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double high = Math.fma(-k, LN2_HIGH, c);
    double low = Math.fma(-k, LN2_LOW, tail);
    double r = high + low;
    double lost = low - (r - high);
    double sum = 1 + r;
    double power = sum + ((r - (sum - 1)) + Math.fma(r * r, quadraticTail(r), lost));
    int n = (int) Double.doubleToRawLongBits(shifted);
    return power * powerOfTwo(n >> 1) * powerOfTwo(n - (n >> 1));
  }

  /** e^-|x|, which cannot overflow. */
  public static double decay(double x) {
    return exp(-Math.abs(x));
  }

  /** e^x - 1, accurate near zero too: -1 at negative infinity, x for the smallest x. */
  public static double expm1(double x) {
    double c = x < -40 ? -40 : x;
    c = c > HIGHEST ? HIGHEST : c;
    double shifted = Math.fma(c, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double high = Math.fma(-k, LN2_HIGH, c);
    double r = Math.fma(-k, LN2_LOW, high);
    double lost = Math.fma(-k, LN2_LOW, high - r);
    double rest = Math.fma(r * r, quadraticTail(r), lost);
    double sum = r + rest;
    double error = rest - (sum - r);
    double half = powerOfTwo((int) Double.doubleToRawLongBits(shifted) - 1);
    double result = 2 * Math.fma(half, error, Math.fma(half, sum, half - 0.5));
    return Math.abs(x) < 0x1p-54 ? x : result;
  }

  /** (e^r - 1 - r) / r² for |r| &lt;= ln 2 / 2. */
  static double quadraticTail(double r) {
    double square = r * r;
    double even = Math.fma(square, 2.0914686968086876e-09, 2.75572736431103e-07);
    even = Math.fma(square, even, 2.4801587325547743e-05);
    even = Math.fma(square, even, 0.0013888888888883748);
    even = Math.fma(square, even, 0.04166666666666667);
    even = Math.fma(square, even, 0.5);
    double odd = Math.fma(square, 2.5105217004720745e-08, 2.7557255400206422e-06);
    odd = Math.fma(square, odd, 0.00019841269874820627);
    odd = Math.fma(square, odd, 0.008333333333326136);
    odd = Math.fma(square, odd, 0.1666666666666667);
    return Math.fma(r, odd, even);
  }

  /** 2^n for a normal result. */
  static double powerOfTwo(int n) {
    return Double.longBitsToDouble((long) (n + 1023) << 52);
  }

  /** Sets {@code y[i] = exp(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void exps(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.exps(x, y, from, to);
  }

  /** Sets {@code y[i] = decay(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void decays(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.decays(x, y, from, to);
  }

  /** Sets {@code y[i] = expm1(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void expm1s(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.expm1s(x, y, from, to);
  }
}
