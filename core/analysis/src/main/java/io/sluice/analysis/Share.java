package io.sluice.analysis;

import java.util.function.DoubleUnaryOperator;

/**
 * So many of so many.
 *
 * @param count how many, from 0 to {@code of}
 * @param of of how many
 */
public record Share(long count, long of) {

  /** The 97.5 % point of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  public Share {
    if (count < 0 || count > of) {
      throw new IllegalArgumentException("no share of " + count + " in " + of);
    }
  }

  /** count / of; NaN for none of none. */
  public double value() {
    return (double) count / of;
  }

  /**
   * The share with Wilson's score interval (1927), which stays within [0, 1] and has a width even
   * for none and for all. Of nothing nothing is known: [0, 1].
   */
  public Estimate estimate() {
    if (of == 0) {
      return new Estimate(Double.NaN, 0, 1);
    }
    double p = value();
    double zz = Z * Z / of;
    double middle = (p + zz / 2) / (1 + zz);
    double half = Z * Math.sqrt(p * (1 - p) / of + zz / (4 * of)) / (1 + zz);
    double lower = count == 0 ? 0 : Math.max(0, middle - half);
    double upper = count == of ? 1 : Math.min(1, middle + half);
    return new Estimate(p, lower, upper);
  }

  /**
   * The share with the exact interval of Clopper and Pearson (1934), which misses the true share
   * with no more than this probability. Of nothing nothing is known: [0, 1].
   */
  public Estimate exact(double level) {
    double lower = count == 0 ? 0 : root(p -> tail(count, p) - level / 2);
    double upper = count == of ? 1 : root(p -> level / 2 - (1 - tail(count + 1, p)));
    return new Estimate(value(), lower, upper);
  }

  /** P(X ≥ k) of {@link #of} throws that each succeed with probability p. */
  private double tail(long k, double p) {
    return Distributions.regularizedBeta(k, of - k + 1.0, p, 1 - p);
  }

  /** Where a rising function crosses 0 between 0 and 1. */
  private static double root(DoubleUnaryOperator rising) {
    double low = 0;
    double high = 1;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (rising.applyAsDouble(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  /** The probability of so many successes in so many throws. */
  public static double chance(int successes, int throwsInAll, double p) {
    double atLeast = atLeast(successes, throwsInAll, p);
    return atLeast - atLeast(successes + 1, throwsInAll, p);
  }

  private static double atLeast(int k, int n, double p) {
    if (k <= 0) {
      return 1;
    }
    return k > n ? 0 : Distributions.regularizedBeta(k, n - k + 1.0, p, 1 - p);
  }
}
