package io.sluice.activations;

import io.sluice.math.Trigonometric;

/**
 * Sine and cosine of a product, where what rounding the product lost is made good. Where the
 * product of finite numbers overflows, its phase is unknown and both are 0, their mean.
 */
final class Phase {

  private Phase() {}

  /** sin(rate x). */
  static double sin(double rate, double x) {
    double angle = rate * x;
    return lost(angle, rate, x) ? 0 : Trigonometric.sin(angle, tail(rate, x, angle));
  }

  /** cos(rate x). */
  static double cos(double rate, double x) {
    double angle = rate * x;
    return lost(angle, rate, x) ? 0 : Trigonometric.cos(angle, tail(rate, x, angle));
  }

  /** sin(rate x) / (rate x), and 1 at 0. */
  static double sinc(double rate, double x) {
    double angle = rate * x;
    return angle == 0 ? 1 : sin(rate, x) / angle;
  }

  private static boolean lost(double angle, double rate, double x) {
    return Double.isInfinite(angle) && Math.abs(rate) <= Double.MAX_VALUE && isFinite(x);
  }

  private static boolean isFinite(double x) {
    return Math.abs(x) <= Double.MAX_VALUE;
  }

  private static double tail(double rate, double x, double angle) {
    return isFinite(angle) ? Math.fma(rate, x, -angle) : 0;
  }
}
