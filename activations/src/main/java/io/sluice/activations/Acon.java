package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;

/**
 * The ACON family: f(x) = (p1 - p2) x σ(β (p1 - p2) x) + p2 x, a smooth maximum of p1 x and p2 x;
 * f' = p2 + (p1 - p2) s(z) with z = β (p1 - p2) x and s(z) = σ(z) + z σ(z) σ(-z). The slopes by p1,
 * p2 and β are x s(z), x s(-z) and (p1 - p2)² x² σ(z) σ(-z). The members fix some of the three and
 * train the others. Ma, Zhang, Liu, Sun, arXiv 2009.04759.
 *
 * <p>All are written as the line that wins plus a term that decays with e^-|z|, so that nothing
 * overflows or cancels in the tails.
 */
abstract class Acon extends TrainedPass {

  /** From here on e^-z is zero. */
  private static final double FAR = 1000;

  private final double p1;
  private final double p2;
  private final double beta;

  /** A member that starts with these three, of which the hyper-parameters are trained. */
  Acon(double p1, double p2, double beta, Hyperparameter... hyperparameters) {
    super(Pass.DECAY, hyperparameters);
    this.p1 = p1;
    this.p2 = p2;
    this.beta = beta;
  }

  static Hyperparameter p1(double value) {
    return Hyperparameter.real("p1", value, ANY, "slope of the first line");
  }

  static Hyperparameter p2(String name, double value) {
    return Hyperparameter.real(name, value, ANY, "slope of the second line");
  }

  static Hyperparameter beta(double value) {
    return Hyperparameter.real("beta", value, ANY, "how sharply it switches");
  }

  /** p1, given the trained parameters. */
  abstract double p1(double[] p);

  /** p2, given the trained parameters. */
  abstract double p2(double[] p);

  /** β, given the trained parameters. */
  abstract double beta(double[] p);

  @Override
  final double argument(double x, double[] p) {
    return exponent(x, p1(p), p2(p), beta(p));
  }

  @Override
  final double value(double x, double[] p, double decay) {
    return value(x, p1(p), p2(p), argument(x, p), decay);
  }

  @Override
  final double slope(double x, double[] p, double decay) {
    return slope(p1(p), p2(p), argument(x, p), decay);
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double decay) {
    double z = argument(x, p);
    // The members end with β, and have p2 before it and p1 before that, as far as they train them.
    int fromEnd = p.length - parameter;
    if (fromEnd == 1) {
      double difference = line(p1(p) - p2(p), x);
      double bell = decay / ((1 + decay) * (1 + decay));
      return bell == 0 ? 0 : difference * (difference * bell);
    }
    double share = share(fromEnd == 2 ? -z : z, decay);
    return share == 0 ? 0 : x * share;
  }

  @Override
  public final double value(double x) {
    double z = exponent(x, p1, p2, beta);
    return value(x, p1, p2, z, Exponential.decay(z));
  }

  @Override
  public final double slope(double x) {
    double z = exponent(x, p1, p2, beta);
    return slope(p1, p2, z, Exponential.decay(z));
  }

  @Override
  public final void values(double[] x, double[] y, int from, int to) {
    if (y == x) {
      for (int i = from; i < to; i++) {
        y[i] = value(x[i]);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      y[i] = exponent(x[i], p1, p2, beta);
    }
    Exponential.decays(y, y, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = value(input, p1, p2, exponent(input, p1, p2, beta), y[i]);
    }
  }

  @Override
  public final void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double[] decay = slope == x ? y : slope;
    for (int i = from; i < to; i++) {
      decay[i] = exponent(x[i], p1, p2, beta);
    }
    Exponential.decays(decay, decay, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double e = decay[i];
      double z = exponent(input, p1, p2, beta);
      y[i] = value(input, p1, p2, z, e);
      slope[i] = slope(p1, p2, z, e);
    }
  }

  /** z, cut off where its exponential has long vanished. */
  private static double exponent(double x, double p1, double p2, double beta) {
    return Math.max(-FAR, Math.min(FAR, line(beta * (p1 - p2), x)));
  }

  private static double value(double x, double p1, double p2, double z, double e) {
    double share = e / (1 + e);
    double passed = share == 0 ? 0 : line(p1 - p2, x) * share;
    return z < 0 ? line(p2, x) + passed : line(p1, x) - passed;
  }

  private static double slope(double p1, double p2, double z, double e) {
    double scale = (p1 - p2) / ((1 + e) * (1 + e));
    return z < 0 ? p2 + scale * (e * (1 + e + z)) : p1 + scale * (e * (z - 1 - e));
  }

  /** s(z), the slope of z σ(z); s(-z) = 1 - s(z). */
  private static double share(double z, double e) {
    return (z < 0 ? e * (1 + e + z) : 1 + e + z * e) / ((1 + e) * (1 + e));
  }

  /** p x, and 0 for a p of 0 at infinity too. */
  private static double line(double p, double x) {
    return p == 0 && Double.isInfinite(x) ? 0 : p * x;
  }

  /**
   * With c = p2 / (p1 - p2) and t = z, f = (c t + t σ(t)) / β. The bracket has a least value if c
   * lies in [-1, 0] and is unbounded otherwise.
   */
  @Override
  public final Interval range() {
    double c = p2 / (p1 - p2);
    if (p1 == p2 || beta == 0) {
      return p1 + p2 == 0 ? Interval.closed(0, 0) : Interval.REALS;
    }
    if (!(c >= -1 && c <= 0)) {
      return Interval.REALS;
    }
    return Valley.range(leastOfBracket(c) / beta, beta > 0);
  }

  private static double leastOfBracket(double c) {
    return Valley.least(
        t -> value(t, 1 + c, c, t, Exponential.decay(t)),
        t -> slope(1 + c, c, t, Exponential.decay(t)),
        -1.5,
        1.5);
  }
}
