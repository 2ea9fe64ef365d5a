package io.sluice.math;

/**
 * Sine and cosine of a product, where what rounding the product lost is made good: a relative error
 * of the angle would be an absolute one of its sine, and large beside the zeros. Where the product
 * of finite numbers overflows, its phase is unknown and both are 0, their mean; at infinity they
 * are NaN. Errors are those of {@link Trigonometric}.
 */
public final class ProductAngle {

  /** Up to here {@link Trigonometric} takes a tail. */
  private static final double LARGE = 1e6;

  private ProductAngle() {}

  /** sin(rate x). */
  public static double sin(double rate, double x) {
    double angle = rate * x;
    if (Math.abs(angle) <= LARGE) {
      return Trigonometric.sin(angle, Math.fma(rate, x, -angle));
    }
    return isLost(angle, rate, x) ? 0 : sinOfSum(angle, tail(rate, x, angle));
  }

  /** cos(rate x). */
  public static double cos(double rate, double x) {
    double angle = rate * x;
    if (Math.abs(angle) <= LARGE) {
      return Trigonometric.cos(angle, Math.fma(rate, x, -angle));
    }
    return isLost(angle, rate, x) ? 0 : cosOfSum(angle, tail(rate, x, angle));
  }

  /** sin(angle + tail) beyond a million. */
  private static double sinOfSum(double angle, double tail) {
    double sine = Trigonometric.sin(angle);
    return tail == 0
        ? sine
        : sine * Trigonometric.cos(tail) + Trigonometric.cos(angle) * Trigonometric.sin(tail);
  }

  /** cos(angle + tail) beyond a million. */
  private static double cosOfSum(double angle, double tail) {
    double cosine = Trigonometric.cos(angle);
    return tail == 0
        ? cosine
        : cosine * Trigonometric.cos(tail) - Trigonometric.sin(angle) * Trigonometric.sin(tail);
  }

  private static boolean isLost(double angle, double rate, double x) {
    return Double.isInfinite(angle) && isFinite(rate) && isFinite(x);
  }

  private static boolean isFinite(double x) {
    return Math.abs(x) <= Double.MAX_VALUE;
  }

  private static double tail(double rate, double x, double angle) {
    return isFinite(angle) ? Math.fma(rate, x, -angle) : 0;
  }

  /**
   * Sets {@code y[i] = sin(rates[i], x[i])} for {@code from <= i < to}; {@code y} may be one of the
   * others.
   */
  public static void sins(double[] rates, double[] x, double[] y, int from, int to) {
    KernelChoice.KERNELS.sinsOfProducts(rates, x, y, from, to);
  }

  /**
   * Sets {@code sine[i] = sin(rates[i], x[i])} and {@code cosine[i] = cos(rates[i], x[i])} for
   * {@code from <= i < to} from one reduction. The results are different arrays, and either may be
   * one of the others.
   */
  public static void sinsAndCosines(
      double[] rates, double[] x, double[] sine, double[] cosine, int from, int to) {
    KernelChoice.KERNELS.sinsAndCosinesOfProducts(rates, x, sine, cosine, from, to);
  }
}
