package io.sluice.math;

/**
 * The standard normal distribution: density, cumulative probability and Mills ratio.
 *
 * <p>Method: the Mills ratio M(a) = (1 - Φ(a)) / φ(a) is smooth and falls like 1 / a; (a + 5) M(a)
 * is a polynomial of degree 23 in t = (a - 5) / (a + 5). Then Φ(-a) = φ(a) M(a), so the lower tail
 * keeps its relative accuracy until it underflows. The square in the density is carried in two
 * numbers. Measured over the fixtures: density 1.2 ulp, cumulative 3.4 ulp.
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
    return x > 0 ? 1 - tail : tail;
  }

  /** M(|x|) = (1 - Φ(|x|)) / φ(x), up to |x| = 40. */
  static double mills(double x) {
    double a = Math.abs(x);
    a = a > FARTHEST ? FARTHEST : a;
    double sum = a + 5;
    double t = (a - 5) / sum;
    double square = t * t;
    double even = Math.fma(square, -2.909910795146044e-09, 2.706493110953672e-08);
    even = Math.fma(square, even, -1.7582043760573382e-07);
    even = Math.fma(square, even, 1.0936232589417142e-06);
    even = Math.fma(square, even, -6.945166129607075e-06);
    even = Math.fma(square, even, 4.18146694764672e-05);
    even = Math.fma(square, even, -0.0001488330775548402);
    even = Math.fma(square, even, -0.001999961970671569);
    even = Math.fma(square, even, 0.05212550241186635);
    even = Math.fma(square, even, 0.4136447157327036);
    even = Math.fma(square, even, 1.241547061573866);
    even = Math.fma(square, even, 1.9280810471531578);
    double odd = Math.fma(square, -9.56574557393174e-10, 5.566841949011863e-09);
    odd = Math.fma(square, odd, -2.144595107754818e-08);
    odd = Math.fma(square, odd, 1.0071121780084318e-07);
    odd = Math.fma(square, odd, -8.386522770675479e-07);
    odd = Math.fma(square, odd, 9.975891488173278e-06);
    odd = Math.fma(square, odd, -0.00012473597964755321);
    odd = Math.fma(square, odd, 0.0013658592220661648);
    odd = Math.fma(square, odd, -0.007503282827923578);
    odd = Math.fma(square, odd, -0.17325473408666545);
    odd = Math.fma(square, odd, -0.7859110755465604);
    odd = Math.fma(square, odd, -1.66786659518896);
    return Math.fma(t, odd, even) / sum;
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
