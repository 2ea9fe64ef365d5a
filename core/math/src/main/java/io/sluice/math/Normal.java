package io.sluice.math;

/**
 * The standard normal distribution: the bell e^(-x² / 2) and the cumulative probability Φ.
 *
 * <p>Method: the ratio R(a) = Φ(-a) / e^(-a² / 2) is smooth and falls like 1 / a; (a + 5) R(a) is a
 * polynomial of degree 20 in t = (a - 5) / (a + 5). So the lower tail keeps its relative accuracy
 * until it underflows; for |x| &lt; 1 Φ is one half and an odd polynomial instead. The square in
 * the bell is carried in two numbers. Largest errors seen: bell 0.67 ulp, cumulative 2.9 ulp.
 */
public final class Normal {

  /** Beyond it the bell underflows. */
  private static final double FARTHEST = 40;

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
    return Math.abs(x) < 1 ? inner(x) : outer;
  }

  /** Φ(x) for |x| &lt; 1: one half and an odd polynomial. */
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

  /** R(|x|) = Φ(-|x|) / e^(-x² / 2) for 0.7 &lt;= |x| &lt;= 40. */
  static double tailRatio(double x) {
    double a = Math.abs(x);
    a = a > FARTHEST ? FARTHEST : a;
    double sum = a + 5;
    double t = (a - 5) / sum;
    double square = t * t;
    double odd = Math.fma(square, -3.885435735788166e-09, 3.504646570407886e-08);
    odd = Math.fma(square, odd, -3.3120628367852625e-07);
    odd = Math.fma(square, odd, 3.9784092251479875e-06);
    odd = Math.fma(square, odd, -4.976208508491459e-05);
    odd = Math.fma(square, odd, 0.0005448989303369986);
    odd = Math.fma(square, odd, -0.0029933767555204317);
    odd = Math.fma(square, odd, -0.06911863870723431);
    odd = Math.fma(square, odd, -0.3135331566712783);
    odd = Math.fma(square, odd, -0.665382502890057);
    double even = Math.fma(square, 7.405969334211768e-09, -6.592797715976294e-08);
    even = Math.fma(square, even, 4.3339433652240127e-07);
    even = Math.fma(square, even, -2.7695197050180157e-06);
    even = Math.fma(square, even, 1.6681334746372472e-05);
    even = Math.fma(square, even, -5.9375761544173764e-05);
    even = Math.fma(square, even, -0.0007978693929124933);
    even = Math.fma(square, even, 0.02079506679935233);
    even = Math.fma(square, even, 0.16502036617041096);
    even = Math.fma(square, even, 0.4953056159699759);
    return Math.fma(t, Math.fma(t, even, odd), 0.769193049750063) / sum;
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
