package io.sluice.activations;

import io.sluice.math.Gaussian;

/** The bell e^(-a x²), where what rounding the root of a and its product lost is made good. */
final class Bells {

  private Bells() {}

  /** e^(-a x²), for an a above zero. */
  static double of(double a, double x) {
    double root = Math.sqrt(a);
    double y = root * x;
    double bell = Gaussian.gaussian(y);
    if (bell == 0) {
      return 0;
    }
    double rest = Math.fma(-root, root, a) * x * x + 2 * y * Math.fma(root, x, -y);
    return bell * (1 - rest);
  }
}
