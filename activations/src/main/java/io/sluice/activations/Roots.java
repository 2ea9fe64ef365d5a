package io.sluice.activations;

/** Square roots that neither overflow nor cancel. */
final class Roots {

  /** Beyond it a square could overflow, and what is added to it does not matter. */
  private static final double HUGE = 0x1p500;

  private Roots() {}

  /** √(x² + b²), for a b below 1e100. */
  static double ofSquares(double x, double b) {
    double a = Math.abs(x);
    return a > HUGE ? a : Math.sqrt(Math.fma(a, a, b * b));
  }
}
