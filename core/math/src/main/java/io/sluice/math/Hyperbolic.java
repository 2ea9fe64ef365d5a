package io.sluice.math;

/**
 * tanh x and its slope sech² x.
 *
 * <p>Method: with y = -2|x| = k ln 2 + r, e^r - 1 = r + r² P(r) gives both e^y and e^y - 1 without
 * cancellation; then tanh |x| = -(e^y - 1) / (1 + e^y) and sech² x = 4 e^y / (1 + e^y)². The slope
 * keeps its relative accuracy until it underflows beyond |x| = 372. Largest errors seen: tanh 2.04
 * ulp, sech² 2.82 ulp.
 */
public final class Hyperbolic {

  /** Beyond it sech² underflows. */
  private static final double LOWEST = -750;

  private Hyperbolic() {}

  /** tanh x: 1 and -1 at the infinities, x for the smallest x. */
  public static double tanh(double x) {
    double y = exponent(x);
    double shifted = shifted(y);
    double p = reducedExpm1(y, shifted);
    return tangent(x, p, power(shifted));
  }

  /** sech² x = 1 - tanh² x, the slope of tanh: 0 at the infinities. */
  public static double sechSquared(double x) {
    double y = exponent(x);
    double shifted = shifted(y);
    double p = reducedExpm1(y, shifted);
    return slope(p, shifted, power(shifted));
  }

  private static double exponent(double x) {
    double y = -2 * Math.abs(x);
    return y < LOWEST ? LOWEST : y;
  }

  private static double shifted(double y) {
    return Math.fma(y, Exponential.LOG2_E, Exponential.ROUNDER);
  }

  /** e^r - 1 for the remainder r of y. */
  private static double reducedExpm1(double y, double shifted) {
    double k = shifted - Exponential.ROUNDER;
    double r = Math.fma(-k, Exponential.LN2_LOW, Math.fma(-k, Exponential.LN2_HIGH, y));
    return Math.fma(r * r, Exponential.quadraticTail(r), r);
  }

  /** The power of two of y, but 2^-1000 where it is less: beside 1 it does not matter. */
  private static double power(double shifted) {
    return Exponential.powerOfTwo(Math.max((int) Double.doubleToRawLongBits(shifted), -1000));
  }

  private static double tangent(double x, double p, double power) {
    double expm1 = Math.fma(power, p, power - 1);
    double result = Math.copySign(expm1 / Math.fma(power, p, power + 1), x);
    return Math.abs(x) < 0x1p-27 ? x : result;
  }

  /** 4 e^y / (1 + e^y)², where what rounding 1 + e^y lost is made good in its square. */
  private static double slope(double p, double shifted, double power) {
    double base = power + 1;
    double onePlus = Math.fma(power, p, base);
    double lost = Math.fma(power, p, base - onePlus);
    double square = Math.fma(onePlus, onePlus, 2 * onePlus * lost);
    int n = (int) Double.doubleToRawLongBits(shifted);
    // Scaled in two steps, for the result may be subnormal.
    double scaled = (4 * (1 + p)) / square * Exponential.powerOfTwo(n >> 1);
    return scaled * Exponential.powerOfTwo(n - (n >> 1));
  }

  /** Sets {@code y[i] = tanh(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void tanhs(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.tanhs(x, y, from, to);
  }

  /**
   * Sets {@code y[i] = tanh(x[i])} and {@code slope[i] = sechSquared(x[i])} for {@code from <= i <
   * to} from one exponential. Either result may be written over {@code x}.
   */
  public static void tanhsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    KernelChoice.KERNELS.tanhsAndSlopes(x, y, slope, from, to);
  }

  /** The scalar truth of {@link #tanhsAndSlopes}. */
  static void scalarTanhsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      double exponent = exponent(input);
      double shifted = shifted(exponent);
      double p = reducedExpm1(exponent, shifted);
      double power = power(shifted);
      y[i] = tangent(input, p, power);
      slope[i] = slope(p, shifted, power);
    }
  }
}
