package io.sluice.activations;

import io.sluice.math.Exponential;

/**
 * The mathematics of {@link Acon} at one point, written as the line that wins plus a term that
 * decays with e^-|z|, z = β (p1 - p2) x, so that nothing overflows or cancels in the tails.
 */
final class SmoothMaximum {

  /** From here on e^-|z| is zero. */
  static final double FAR = 1000;

  private SmoothMaximum() {}

  /** f(x). */
  static double value(double x, double p1, double p2, double beta) {
    double value = finite(x, p1, p2, beta);
    return Far.isLost(value, x) ? (p1 + p2) / 2 * x : value;
  }

  private static double finite(double x, double p1, double p2, double beta) {
    double factor = beta * (p1 - p2);
    double z = factor * x;
    if (!(Math.abs(z) <= FAR)) {
      return line(z > 0 ? p1 : z < 0 ? p2 : 0.5 * (p1 + p2), x);
    }
    double above = Step.of(z);
    double lost = Math.fma(factor, x, -z) + factorLost(p1, p2, beta) * x;
    return value(x, p1, p2, above, corrected(Exponential.decay(z), above, lost));
  }

  /** f'(x). */
  static double slope(double x, double p1, double p2, double beta) {
    double factor = beta * (p1 - p2);
    double z = factor * x;
    if (!(Math.abs(z) <= FAR)) {
      return x == x ? z > 0 ? p1 : z < 0 ? p2 : 0.5 * (p1 + p2) : x;
    }
    double above = Step.of(z);
    double lost = Math.fma(factor, x, -z) + factorLost(p1, p2, beta) * x;
    return slope(p1, p2, z, above, corrected(Exponential.decay(z), above, lost));
  }

  /** The slope by β if it is 1 from the end, by p2 if 2, by p1 if 3. */
  static double slopeBy(int fromEnd, double x, double p1, double p2, double beta) {
    double difference = p1 - p2;
    double z = beta * difference * x;
    boolean far = !(Math.abs(z) <= FAR);
    if (fromEnd == 1) {
      return far ? farBell(x) : slopeByBeta(x, difference, Exponential.decay(z));
    }
    double signed = fromEnd == 2 ? -z : z;
    if (far) {
      return signed > 0 ? x : signed < 0 ? 0 : 0.5 * x;
    }
    return x * share(signed, Step.of(signed), Exponential.decay(z));
  }

  /** The slope by β where σ has none. */
  private static double farBell(double x) {
    return x == x ? 0 : x;
  }

  /** What rounding β (p1 - p2) lost. */
  static double factorLost(double p1, double p2, double beta) {
    double difference = p1 - p2;
    double back = p1 - difference;
    double differenceLost = (p1 - (difference + back)) + (back - p2);
    double factor = beta * difference;
    return Math.fma(beta, difference, -factor) + beta * differenceLost;
  }

  /** e^-|z + lost| from e^-|z|; above is 1 for a z above zero, else 0. */
  static double corrected(double decay, double above, double lost) {
    return Math.fma(decay * (1 - 2 * above), lost, decay);
  }

  /** f(x) from e = e^-|z|. */
  static double value(double x, double p1, double p2, double above, double e) {
    double passed = (p1 - p2) * (e / (1 + e)) * x;
    return (above * p1 + (1 - above) * p2) * x + (1 - 2 * above) * passed;
  }

  /** f'(x) from e = e^-|z|. */
  static double slope(double p1, double p2, double z, double above, double e) {
    double scale = (p1 - p2) / ((1 + e) * (1 + e));
    double winner = above * p1 + (1 - above) * p2;
    return winner + scale * (e * (z + (1 - 2 * above) * (1 + e)));
  }

  /** The slope by β from e = e^-|z|. */
  static double slopeByBeta(double x, double difference, double e) {
    double line = difference * x;
    return line * (line * (e / ((1 + e) * (1 + e))));
  }

  /** s(z), the slope of z σ(z); s(-z) = 1 - s(z). */
  static double share(double z, double above, double e) {
    double over = above * (1 + e + z * e) + (1 - above) * (e * (1 + e + z));
    return over / ((1 + e) * (1 + e));
  }

  /** p x, and 0 for a p of 0 at infinity too. */
  private static double line(double p, double x) {
    return p == 0 && Double.isInfinite(x) ? 0 : p * x;
  }
}
