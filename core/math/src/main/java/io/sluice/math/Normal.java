package io.sluice.math;

/**
 * The standard normal distribution: the bell e^(-x² / 2) and the cumulative probability Φ.
 *
 * <p>Method: the ratio R(a) = Φ(-a) / e^(-a² / 2) is smooth and falls like 1 / a; it is 1 - t times
 * a polynomial of degree 20 in t = (a - 5) / (a + 5). So the lower tail keeps its relative accuracy
 * until it underflows; for |x| &lt; 0.75 Φ is one half and an odd polynomial instead. The square in
 * the bell is carried in two numbers. Largest errors seen: bell 0.75 ulp, cumulative 2.75 ulp.
 */
public final class Normal {

  /** Beyond it the bell underflows. */
  private static final double FARTHEST = 40;

  private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

  /** The first coefficients of R / (1 - t), of which two are in two numbers. */
  private static final double C0 = 0.07691930497500629;

  private static final double C0_LOW = 4.2190193854613834e-18;
  private static final double C1 = -0.06653825028900569;
  private static final double C1_LOW = -4.270251317754111e-18;
  private static final double C2 = 0.049530561596997584;

  /** Below it Φ is one half and a polynomial. */
  private static final double INNER = 0.75;

  private Normal() {}

  /** e^(-x² / 2), which is sqrt(2 π) times the density: 0 at the infinities. */
  public static double bell(double x) {
    double a = Math.abs(x);
    a = a > FARTHEST ? FARTHEST : a;
    double half = 0.5 * a;
    double square = half * a;
    double lost = Math.fma(half, a, -square);
    return Exponential.exp(-square, -lost);
  }

  /** Φ(x), the integral of the density up to x: 0 and 1 at the infinities. */
  public static double cumulative(double x) {
    return cumulative(x, bell(x));
  }

  /**
   * Φ(x) where the bell at x is known already.
   *
   * @param x where
   * @param bell {@link #bell} of x
   */
  public static double cumulative(double x, double bell) {
    double tail = bell * tailRatio(x);
    double outer = x > 0 ? 1 - tail : tail;
    return Math.abs(x) < INNER ? inner(x) : outer;
  }

  /** Φ(x) for |x| &lt; 1, used below 0.75: one half and an odd polynomial. */
  private static double inner(double x) {
    double z = x * x;
    double square = z * z;
    double even = Math.fma(square, 4.0724884158731545e-12, 2.270396123369549e-09);
    even = Math.fma(square, even, 6.659679748106141e-07);
    even = Math.fma(square, even, 0.00011543468751519776);
    even = Math.fma(square, even, 0.009973557010035008);
    even = Math.fma(square, even, 0.3989422804014327);
    double odd = Math.fma(square, -1.106345365179459e-10, -4.1224087887590305e-08);
    odd = Math.fma(square, odd, -9.444655787667664e-06);
    odd = Math.fma(square, odd, -0.0011873282154678394);
    odd = Math.fma(square, odd, -0.06649038006690543);
    return Math.fma(x, Math.fma(z, odd, even), 0.5);
  }

  /**
   * R(|x|) = Φ(-|x|) / e^(-x² / 2) for 0.7 &lt;= |x| &lt;= 40. The polynomial's first three terms
   * are summed in two numbers, and the slope R' = a R - 1 / sqrt(2 π) makes good what rounding 10 /
   * (a + 5) = 1 - t lost.
   */
  static double tailRatio(double x) {
    double a = Math.abs(x);
    a = a > FARTHEST ? FARTHEST : a;
    double sum = a + 5;
    double back = sum - a;
    double sumLost = (a - (sum - back)) + (5 - back);
    double factor = 10 / sum;
    double lost = Math.fma(-factor, sumLost, Math.fma(-factor, sum, 10));
    double t = 1 - factor;
    double square = t * t;
    double linear = Math.fma(t, C1, C0);
    double linearLost = Math.fma(t, C1, C0 - linear) + Math.fma(t, C1_LOW, C0_LOW);
    double quadratic = Math.fma(square, C2, linear);
    double squareLost = Math.fma(t, t, -square);
    double quadraticLost = Math.fma(square, C2, linear - quadratic);
    quadraticLost += Math.fma(squareLost, C2, linearLost);
    double rest = Math.fma(square * t, cubicTail(t, square), quadraticLost);
    double ratio = (quadratic + rest) * factor;
    double slope = Math.fma(a, ratio, -INVERSE_SQRT_TWO_PI);
    return Math.fma(quadratic, factor, Math.fma(rest, factor, slope * (-0.1 * sum * lost)));
  }

  /** The polynomial of the ratio without its first three terms, over t³. */
  private static double cubicTail(double t, double square) {
    double even = Math.fma(square, 7.41681461632169e-10, -6.5960687764343915e-09);
    even = Math.fma(square, even, 4.334363953861513e-08);
    even = Math.fma(square, even, -2.7695497318824274e-07);
    even = Math.fma(square, even, 1.668134773618743e-06);
    even = Math.fma(square, even, -5.9375765031072756e-06);
    even = Math.fma(square, even, -7.978693923412945e-05);
    even = Math.fma(square, even, 0.002079506679929846);
    even = Math.fma(square, even, 0.016502036617041357);
    double odd = Math.fma(square, -3.893514576722802e-10, 3.506803768158217e-09);
    odd = Math.fma(square, odd, -3.3123046959838135e-08);
    odd = Math.fma(square, odd, 3.978424007757946e-07);
    odd = Math.fma(square, odd, -4.976209043502421e-06);
    odd = Math.fma(square, odd, 5.4489893150241645e-05);
    odd = Math.fma(square, odd, -0.00029933767556688314);
    odd = Math.fma(square, odd, -0.006911863870722413);
    return Math.fma(t, Math.fma(t, odd, even), -0.03135331566712786);
  }

  /** Sets {@code y[i] = bell(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void bells(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.bells(x, y, from, to);
  }

  /**
   * Sets {@code y[i] = cumulative(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}.
   */
  public static void cumulatives(double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.cumulatives(x, y, from, to);
  }

  /**
   * Sets {@code y[i] = cumulative(x[i], bell[i])} for {@code from <= i < to}; {@code y} may be
   * {@code x} or {@code bell}.
   */
  public static void cumulatives(double[] x, double[] bell, double[] y, int from, int to) {
    KernelChoice.KERNELS.cumulatives(x, bell, y, from, to);
  }
}
