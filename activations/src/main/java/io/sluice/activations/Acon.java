package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Interval;

/**
 * The arithmetic of the ACON family: f(x) = (p1 - p2) x σ(β (p1 - p2) x) + p2 x, a smooth maximum
 * of p1 x and p2 x; f' = p2 + (p1 - p2) (σ(z) + z σ(z) σ(-z)) with z = β (p1 - p2) x.
 *
 * <p>Both are written as the line that wins plus a term that decays with e^-|z|, so that nothing
 * overflows or cancels in the tails. Ma, Zhang, Liu, Sun, arXiv 2009.04759.
 *
 * @param p1 the slope of the first line
 * @param p2 the slope of the second line
 * @param beta β, how sharply it switches between them
 */
record Acon(double p1, double p2, double beta) {

  /** The values allowed for each of the three. */
  static final Interval ALLOWED = Interval.closed(-1e6, 1e6);

  /** From here on e^-z is zero. */
  private static final double FAR = 1000;

  double value(double x) {
    double z = exponent(x);
    return value(x, z, Exponential.decay(z));
  }

  double slope(double x) {
    double z = exponent(x);
    return slope(z, Exponential.decay(z));
  }

  void values(double[] x, double[] y, int from, int to) {
    if (y == x) {
      for (int i = from; i < to; i++) {
        y[i] = value(x[i]);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      y[i] = exponent(x[i]);
    }
    Exponential.decays(y, y, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = value(input, exponent(input), y[i]);
    }
  }

  void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double[] decay = slope == x ? y : slope;
    for (int i = from; i < to; i++) {
      decay[i] = exponent(x[i]);
    }
    Exponential.decays(decay, decay, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double e = decay[i];
      double z = exponent(input);
      y[i] = value(input, z, e);
      slope[i] = slope(z, e);
    }
  }

  /** z, cut off where its exponential has long vanished. */
  private double exponent(double x) {
    return Math.max(-FAR, Math.min(FAR, line(beta * (p1 - p2), x)));
  }

  private double value(double x, double z, double e) {
    double share = e / (1 + e);
    double passed = share == 0 ? 0 : line(p1 - p2, x) * share;
    return z < 0 ? line(p2, x) + passed : line(p1, x) - passed;
  }

  private double slope(double z, double e) {
    double scale = (p1 - p2) / ((1 + e) * (1 + e));
    return z < 0 ? p2 + scale * (e * (1 + e + z)) : p1 + scale * (e * (z - 1 - e));
  }

  /** p x, and 0 for a p of 0 at infinity too. */
  private static double line(double p, double x) {
    return p == 0 && Double.isInfinite(x) ? 0 : p * x;
  }

  /**
   * With c = p2 / (p1 - p2) and t = z, f = (c t + t σ(t)) / β. The bracket has a least value if c
   * lies in [-1, 0] and is unbounded otherwise.
   */
  Interval range() {
    double c = p2 / (p1 - p2);
    if (p1 == p2 || beta == 0) {
      return p1 + p2 == 0 ? Interval.closed(0, 0) : Interval.REALS;
    }
    if (!(c >= -1 && c <= 0)) {
      return Interval.REALS;
    }
    double extreme = leastOfBracket(c) / beta;
    return beta > 0
        ? Interval.atLeast(extreme)
        : new Interval(Double.NEGATIVE_INFINITY, extreme, false, true);
  }

  /** Halves an interval about the only zero of the bracket's slope. */
  private static double leastOfBracket(double c) {
    Acon bracket = new Acon(1 + c, c, 1);
    double low = -1.5;
    double high = 1.5;
    for (int i = 0; i < 80; i++) {
      double middle = low + (high - low) / 2;
      if (bracket.slope(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.min(bracket.value(low), bracket.value(high));
  }
}
