package io.sluice.math;

/**
 * atan x.
 *
 * <p>Method: |x| = tan(b + c) with b one of 0, π / 4 and π / 2, the nearest, and t = tan c = (|x| -
 * tan b) / (1 + |x| tan b), so that |t| &lt;= tan(π / 8). Then atan |x| = b + t + t³ P(t²) with a
 * polynomial P of degree 11; b and t are carried in two numbers. Largest errors seen: atan 0.75
 * ulp.
 */
public final class InverseTrigonometric {

  /** tan(π / 8), where the middle range begins. */
  private static final double LOWER = 0.41421356237309503;

  /** tan(3 π / 8), where it ends. */
  private static final double UPPER = 2.414213562373095;

  /** Beyond it atan x rounds to π / 2. */
  private static final double FARTHEST = 0x1p60;

  private static final double QUARTER_PI = 0.7853981633974483;
  private static final double QUARTER_PI_LOW = 3.061616997868383e-17;

  private InverseTrigonometric() {}

  /** atan x, between -π / 2 and π / 2, which the infinities give: x for the smallest x. */
  public static double atan(double x) {
    double a = Math.abs(x);
    a = a > FARTHEST ? FARTHEST : a;
    boolean middle = a > LOWER;
    boolean outer = a > UPPER;
    double numerator = outer ? -1 : middle ? a - 1 : a;
    double denominator = outer ? a : middle ? a + 1 : 1;
    double quarters = outer ? 2 : middle ? 1 : 0;
    double t = numerator / denominator;
    // What rounding a - 1 and a + 1 lost; only the middle range has both.
    double lost = (a - (denominator - 1)) * t - (a - (numerator + 1));
    lost = middle && !outer ? lost : 0;
    double low = (Math.fma(-t, denominator, numerator) - lost) / denominator;
    double z = t * t;
    double rest = Math.fma(t * z, tail(z), Math.fma(quarters, QUARTER_PI_LOW, low));
    double base = quarters * QUARTER_PI;
    double sum = base + t;
    return Math.copySign(sum + ((t - (sum - base)) + rest), x);
  }

  /** (atan t - t) / t³ for |t| &lt;= tan(π / 8), where z = t². */
  private static double tail(double z) {
    double square = z * z;
    double even = Math.fma(square, -0.03456806813966152, -0.05230433008546215);
    even = Math.fma(square, even, -0.06666424634611898);
    even = Math.fma(square, even, -0.09090908753017203);
    even = Math.fma(square, even, -0.14285714285659729);
    even = Math.fma(square, even, -0.3333333333333333);
    double odd = Math.fma(square, 0.01628299337708517, 0.045514962423443515);
    odd = Math.fma(square, odd, 0.05878926110672503);
    odd = Math.fma(square, odd, 0.07692296361048917);
    odd = Math.fma(square, odd, 0.11111111105145725);
    odd = Math.fma(square, odd, 0.19999999999999804);
    return Math.fma(z, odd, even);
  }

  /** Sets {@code y[i] = atan(x[i])} for {@code from <= i < to}; {@code y} may be {@code x}. */
  public static void atans(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = atan(x[i]);
    }
  }
}
