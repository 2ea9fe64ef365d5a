package io.sluice.math;

/**
 * The standard normal distribution: density, cumulative probability and Mills ratio.
 *
 * <p>Method: the Mills ratio M(a) = (1 - Φ(a)) / φ(a) is smooth and falls like 1 / a; (a + 5) M(a)
 * is a polynomial of degree 20 in t = (a - 5) / (a + 5). Then Φ(-a) = φ(a) M(a), so the lower tail
 * keeps its relative accuracy until it underflows; for |x| &lt; 1 Φ is one half and an odd
 * polynomial instead. The square in the density is carried in two numbers. Measured over the
 * fixtures: density 1.8 ulp, cumulative 3.4 ulp.
 */
public final class Normal {

  private static final double INVERSE_SQRT_TWO_PI = 0.3989422804014327;

  /** Beyond it the density underflows. */
  private static final double FARTHEST = 40;

  private Normal() {}

  /** φ(x) = e^(-x² / 2) / sqrt(2 π): 0 at the infinities. */
  public static double density(double x) {
    double a = Math.abs(x);
    a = a > FARTHEST ? FARTHEST : a;
    double half = 0.5 * a;
    double square = half * a;
    double lost = Math.fma(half, a, -square);
    return Exponential.exp(-square, -lost) * INVERSE_SQRT_TWO_PI;
  }

  /** Φ(x), the integral of the density up to x: 0 and 1 at the infinities. */
  public static double cumulative(double x) {
    return cumulative(x, density(x));
  }

  /**
   * Φ(x) where the density at x is known already.
   *
   * @param x where
   * @param density {@link #density} of x
   */
  public static double cumulative(double x, double density) {
    double tail = density * mills(x);
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

  /** M(|x|) = (1 - Φ(|x|)) / φ(x) for 0.7 &lt;= |x| &lt;= 40. */
  static double mills(double x) {
    double a = Math.abs(x);
    a = a > FARTHEST ? FARTHEST : a;
    double sum = a + 5;
    double t = (a - 5) / sum;
    double square = t * t;
    double odd = Math.fma(square, -9.739343074588322e-09, 8.784846185972972e-08);
    odd = Math.fma(square, odd, -8.3021103540405e-07);
    odd = Math.fma(square, odd, 9.972393051808755e-06);
    odd = Math.fma(square, odd, -0.0001247350494784405);
    odd = Math.fma(square, odd, 0.0013658590655989083);
    odd = Math.fma(square, odd, -0.007503282812010722);
    odd = Math.fma(square, odd, -0.17325473408755823);
    odd = Math.fma(square, odd, -0.7859110755465374);
    odd = Math.fma(square, odd, -1.6678665951889602);
    double even = Math.fma(square, 1.8564012134185342e-08, -1.6525693163788857e-07);
    even = Math.fma(square, even, 1.086358497991994e-06);
    even = Math.fma(square, even, -6.942156399745866e-06);
    even = Math.fma(square, even, 4.181390533384179e-05);
    even = Math.fma(square, even, -0.000148832962714374);
    even = Math.fma(square, even, -0.001999961979737127);
    even = Math.fma(square, even, 0.05212550241209693);
    even = Math.fma(square, even, 0.41364471573271316);
    even = Math.fma(square, even, 1.2415470615738655);
    return Math.fma(t, Math.fma(t, even, odd), 1.9280810471531578) / sum;
  }

  /** Sets {@code y[i] = density(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void densities(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = density(x[i]);
    }
  }

  /**
   * Sets {@code y[i] = cumulative(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}.
   */
  public static void cumulatives(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = cumulative(x[i]);
    }
  }
}
