package io.sluice.activations;

import io.sluice.math.ProductAngle;
import io.sluice.math.Trigonometric;

/**
 * Sine and cosine of a product or a sum, where what rounding it lost is made good. Where the
 * product of finite numbers overflows, its phase is unknown and both are 0, their mean.
 */
final class Phase {

  /** Up to here {@link Trigonometric} takes a tail. */
  private static final double LARGE = 1e6;

  /** Below it an angle is its sine. */
  private static final double SMALL = 1e-8;

  private Phase() {}

  /** sin(rate x). */
  static double sin(double rate, double x) {
    return ProductAngle.sin(rate, x);
  }

  /** cos(rate x). */
  static double cos(double rate, double x) {
    return ProductAngle.cos(rate, x);
  }

  /** sin(angle + tail). */
  static double sinOfSum(double angle, double tail) {
    double a = Math.abs(angle);
    if (a > LARGE && tail != 0) {
      return Trigonometric.sin(angle) * Trigonometric.cos(tail)
          + Trigonometric.cos(angle) * Trigonometric.sin(tail);
    }
    return a < SMALL && tail != 0 ? angle + tail : Trigonometric.sin(angle, tail);
  }

  /** cos(angle + tail). */
  static double cosOfSum(double angle, double tail) {
    if (Math.abs(angle) > LARGE && tail != 0) {
      return Trigonometric.cos(angle) * Trigonometric.cos(tail)
          - Trigonometric.sin(angle) * Trigonometric.sin(tail);
    }
    return Trigonometric.cos(angle, tail);
  }
}
