package io.sluice.activations;

/** Square roots that neither overflow nor cancel. */
final class Roots {

  /** Beyond it a square could overflow, and what is added to it does not matter. */
  private static final double HUGE = 0x1p500;

  /** Below it the square of one of the two may have lost digits. */
  private static final double TINY = 0x1p-900;

  private static final double SCALE = 0x1p700;

  private Roots() {}

  /** √(x² + b²), for a b below 1e100. */
  static double ofSquares(double x, double b) {
    double a = Math.abs(x);
    double square = Math.fma(a, a, b * b);
    return a > HUGE ? a : square < TINY ? ofSmallSquares(a, b) : Math.sqrt(square);
  }

  /** The same where squares lose digits below the smallest normal number. */
  private static double ofSmallSquares(double x, double b) {
    double large = x * SCALE;
    double other = b * SCALE;
    return Math.sqrt(Math.fma(large, large, other * other)) / SCALE;
  }
}
