package io.sluice.activations;

/**
 * 1 above zero, else 0, and NaN for NaN, without a choice: the compiler makes vectors of loops of
 * such arithmetic, and none of a loop with a condition. {@code a * step + b * (1 - step)} is
 * exactly a or b.
 */
final class Step {

  /** Twice that times the smallest number is above 1. */
  private static final double HUGE = 1e308;

  private Step() {}

  static double of(double x) {
    return Math.min(1, Math.max(0, x) * HUGE * HUGE);
  }

  /** A slope or another part of a function that does not depend on x, and NaN where x is NaN. */
  static double defined(double x, double part) {
    return x == x ? part : x;
  }
}
