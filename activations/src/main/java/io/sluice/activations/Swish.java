package io.sluice.activations;

/**
 * x σ(z) with the logistic function σ and a z that grows with x, and its slope, from e = e^-|z|, so
 * that nothing overflows or cancels in the tails.
 */
final class Swish {

  /** From here on e is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1e6;

  private Swish() {}

  /** x σ(z); -0 far below zero. */
  static double value(double x, double z, double e) {
    return z < 0 ? Math.max(x, -FAR) * (e / (1 + e)) : x / (1 + e);
  }

  /** σ(z) + t σ(z) σ(-z), the slope of x σ(z), where t is x times the slope of z. */
  static double slope(double z, double t, double e) {
    double near = Math.max(-FAR, Math.min(FAR, t));
    double numerator = z < 0 ? e * (1 + e + near) : 1 + e + near * e;
    return numerator / ((1 + e) * (1 + e));
  }
}
