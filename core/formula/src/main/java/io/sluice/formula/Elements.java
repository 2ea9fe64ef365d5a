package io.sluice.formula;

/**
 * Operations of programs on single numbers that are more than one of Java's, without branches,
 * which random inputs would make slow. The loops of the interpreter and code that is made of
 * programs call the same, and the compiler makes vectors of both.
 *
 * <p>In comparisons, 1 and 0 come from a difference that is blown up and cut off.
 *
 * <p>The logistic function, its slope and tanh(softplus(u)) come from d = e^-|u|. With q = 1 and r
 * = e^-u above zero, q = e^u and r = 1 below, σ = q / (q + r), its slope is q r / (q + r)² and
 * tanh(softplus) = q (q + 2 r) / (q (q + 2 r) + 2 r²): sums of positive terms.
 */
public final class Elements {

  /** Twice this takes every difference but zero beyond 1. */
  private static final double HUGE = 0x1p1000;

  private Elements() {}

  /** 1 if the difference is positive, else 0; NaN of NaN. */
  public static double positive(double difference) {
    return Math.min(1, Math.max(0, difference) * HUGE * HUGE);
  }

  /** 0 if the difference is positive, else 1; NaN of NaN. */
  public static double notPositive(double difference) {
    return 1 - positive(difference);
  }

  /** 1 if the difference is zero, else 0; NaN of NaN. */
  public static double zero(double difference) {
    return 1 - positive(Math.abs(difference));
  }

  /** -1, 0 or 1; NaN of NaN. */
  public static double sign(double u) {
    return positive(u) - positive(-u);
  }

  /** 1 above zero, the decay below. */
  private static double upper(double u, double decay) {
    return Math.min(1, Math.max(decay, u * Double.MAX_VALUE));
  }

  /** σ(u) from e^-|u|. */
  public static double sigmoid(double u, double decay) {
    return upper(u, decay) / (1 + decay);
  }

  /** σ'(u) from e^-|u|. */
  public static double sigmoidSlope(double decay) {
    double sum = 1 + decay;
    return decay / (sum * sum);
  }

  /** softplus(u) = max(u, 0) + ln(1 + e^-|u|), of which the second term is given. */
  public static double softplus(double u, double logarithm) {
    return Math.max(u, 0) + logarithm;
  }

  /** tanh(softplus(u)) from e^-|u|. */
  public static double gate(double u, double decay) {
    double q = upper(u, decay);
    double r = upper(-u, decay);
    double over = q * (q + 2 * r);
    return over / (over + 2 * r * r);
  }

  /** The slope of the same. */
  public static double gateSlope(double u, double decay) {
    double q = upper(u, decay);
    double r = upper(-u, decay);
    double under = q * (q + 2 * r) + 2 * r * r;
    return 4 * decay * (1 + decay) * r / (under * under);
  }
}
