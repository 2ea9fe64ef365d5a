package io.sluice.activations;

/**
 * Inputs so far away that products overflow and leave nothing but NaN: what a function gives at
 * ±1e50 stands for it there, as in formulas.
 */
final class Far {

  private static final double NEAREST = 1e50;

  private Far() {}

  /** Whether this result at a finite x is only the NaN of what overflowed. */
  static boolean isLost(double result, double x) {
    double a = Math.abs(x);
    return result != result && a > NEAREST && a <= Double.MAX_VALUE;
  }

  /** The input that stands for such an x. */
  static double nearer(double x) {
    return Math.copySign(NEAREST, x);
  }
}
