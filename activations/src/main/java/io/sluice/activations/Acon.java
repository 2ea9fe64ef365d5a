package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;

/**
 * The ACON family: f(x) = (p1 - p2) x σ(β (p1 - p2) x) + p2 x, a smooth maximum of p1 x and p2 x;
 * f' = p2 + (p1 - p2) s(z) with z = β (p1 - p2) x and s(z) = σ(z) + z σ(z) σ(-z). The slopes by p1,
 * p2 and β are x s(z), x s(-z) and (p1 - p2)² x² σ(z) σ(-z). The members fix some of the three and
 * train the others. Ma, Zhang, Liu, Sun, arXiv 2009.04759.
 *
 * <p>All are written as the line that wins plus a term that decays with e^-|z|, so that nothing
 * overflows or cancels in the tails.
 */
abstract class Acon implements ActivationExtension, TrainableActivation {

  /** From here on e^-|z| is zero. */
  private static final double FAR = 1000;

  private static final Interval ANY = Interval.closed(-1e6, 1e6);

  private final double p1;
  private final double p2;
  private final double beta;
  private final List<Hyperparameter> hyperparameters;
  private final List<String> names;

  /** A member that starts with these three, of which the hyper-parameters are trained. */
  Acon(double p1, double p2, double beta, Hyperparameter... hyperparameters) {
    this.p1 = p1;
    this.p2 = p2;
    this.beta = beta;
    this.hyperparameters = List.of(hyperparameters);
    this.names = this.hyperparameters.stream().map(Hyperparameter::name).toList();
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

  @Override
  public final List<Hyperparameter> hyperparameters() {
    return hyperparameters;
  }

  @Override
  public final List<String> trainable() {
    return names;
  }

  @Override
  public final double value(double x) {
    return value(x, p1, p2, beta);
  }

  @Override
  public final double slope(double x) {
    return slope(x, p1, p2, beta);
  }

  // The members end with β, and have p2 before it and p1 before that, as far as they train them.

  @Override
  public final double value(double x, double[] p) {
    return value(x, first(p), second(p), p[p.length - 1]);
  }

  @Override
  public final double slope(double x, double[] p) {
    return slope(x, first(p), second(p), p[p.length - 1]);
  }

  @Override
  public final double slopeBy(int parameter, double x, double[] p) {
    return slopeBy(p.length - parameter, x, first(p), second(p), p[p.length - 1]);
  }

  private static double slopeBy(int fromEnd, double x, double p1, double p2, double beta) {
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

  private static double first(double[] p) {
    return p.length == 3 ? p[0] : 1;
  }

  private static double second(double[] p) {
    return p.length > 1 ? p[p.length - 2] : 0;
  }

  @Override
  public final void values(double[] x, double[] y, int from, int to) {
    double factor = beta * (p1 - p2);
    if (y == x || !isNear(factor, x, from, to)) {
      for (int i = from; i < to; i++) {
        y[i] = value(x[i]);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      y[i] = factor * x[i];
    }
    Exponential.decays(y, y, from, to);
    finish(x, y, from, to);
  }

  /** A method of its own, or the compiler might find no room for it beside the one before. */
  private void finish(double[] x, double[] y, int from, int to) {
    double first = p1;
    double second = p2;
    double factor = beta * (first - second);
    double factorLost = factorLost(first, second, beta);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double z = factor * input;
      double above = Step.of(z);
      double lost = Math.fma(factor, input, -z) + factorLost * input;
      y[i] = value(input, first, second, above, corrected(y[i], above, lost));
    }
  }

  @Override
  public final void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double factor = beta * (p1 - p2);
    if (y == x || slope == x || !isNear(factor, x, from, to)) {
      for (int i = from; i < to; i++) {
        double input = x[i];
        y[i] = value(input);
        slope[i] = slope(input);
      }
      return;
    }
    for (int i = from; i < to; i++) {
      slope[i] = factor * x[i];
    }
    Exponential.decays(slope, slope, from, to);
    finish(x, y, slope, from, to);
  }

  private void finish(double[] x, double[] y, double[] slope, int from, int to) {
    double first = p1;
    double second = p2;
    double factor = beta * (first - second);
    double factorLost = factorLost(first, second, beta);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double z = factor * input;
      double above = Step.of(z);
      double lost = Math.fma(factor, input, -z) + factorLost * input;
      double e = corrected(slope[i], above, lost);
      y[i] = value(input, first, second, above, e);
      slope[i] = slope(first, second, z, above, e);
    }
  }

  @Override
  public final void valuesAndSlopes(
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    int last = parameters.length - 1;
    double[] betas = parameters[last];
    double[] seconds = last > 0 ? parameters[last - 1] : null;
    double[] firsts = last > 1 ? parameters[0] : null;
    boolean near = true;
    for (int i = from; i < to; i++) {
      double first = firsts == null ? 1 : firsts[i];
      double second = seconds == null ? 0 : seconds[i];
      double z = betas[i] * (first - second) * x[i];
      slope[i] = z;
      near &= Math.abs(z) <= FAR;
    }
    if (!near) {
      oneByOne(x, firsts, seconds, betas, y, slope, slopesBy, from, to);
      return;
    }
    Exponential.decays(slope, slope, from, to);
    finishByBeta(x, firsts, seconds, slope, slopesBy[last], from, to);
    if (seconds != null) {
      finishBy(-1, x, firsts, seconds, betas, slope, slopesBy[last - 1], from, to);
    }
    if (firsts != null) {
      finishBy(1, x, firsts, seconds, betas, slope, slopesBy[0], from, to);
    }
    if (firsts != null) {
      finish(x, firsts, seconds, betas, y, slope, from, to);
    } else if (seconds != null) {
      finish(x, seconds, betas, y, slope, from, to);
    } else {
      finish(x, betas, y, slope, from, to);
    }
  }

  private static void finishByBeta(
      double[] x,
      double[] firsts,
      double[] seconds,
      double[] decay,
      double[] by,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double first = firsts == null ? 1 : firsts[i];
      double second = seconds == null ? 0 : seconds[i];
      by[i] = slopeByBeta(x[i], first - second, decay[i]);
    }
  }

  /** The slopes by p1 if the sign is 1, by p2 if it is -1. */
  private static void finishBy(
      int sign,
      double[] x,
      double[] firsts,
      double[] seconds,
      double[] betas,
      double[] decay,
      double[] by,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double first = firsts == null ? 1 : firsts[i];
      double z = sign * (betas[i] * (first - seconds[i]) * x[i]);
      by[i] = x[i] * share(z, Step.of(z), decay[i]);
    }
  }

  private static void finish(
      double[] x,
      double[] firsts,
      double[] seconds,
      double[] betas,
      double[] y,
      double[] slope,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double first = firsts[i];
      double second = seconds[i];
      slope[i] = correctedDecay(x[i], first, second, betas[i], slope[i]);
    }
    for (int i = from; i < to; i++) {
      double first = firsts[i];
      double second = seconds[i];
      double input = x[i];
      double z = betas[i] * (first - second) * input;
      double above = Step.of(z);
      double e = slope[i];
      slope[i] = slope(first, second, z, above, e);
      y[i] = value(input, first, second, above, e);
    }
  }

  /** The same where the first is fixed. */
  private static void finish(
      double[] x, double[] seconds, double[] betas, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      slope[i] = correctedDecay(x[i], 1, seconds[i], betas[i], slope[i]);
    }
    for (int i = from; i < to; i++) {
      double second = seconds[i];
      double input = x[i];
      double z = betas[i] * (1 - second) * input;
      double above = Step.of(z);
      double e = slope[i];
      slope[i] = slope(1, second, z, above, e);
      y[i] = value(input, 1, second, above, e);
    }
  }

  /** The same where both are fixed. */
  private static void finish(
      double[] x, double[] betas, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      double z = betas[i] * input;
      double above = Step.of(z);
      double e = corrected(slope[i], above, Math.fma(betas[i], input, -z));
      slope[i] = slope(1, 0, z, above, e);
      y[i] = value(input, 1, 0, above, e);
    }
  }

  private static double correctedDecay(double x, double p1, double p2, double beta, double decay) {
    double factor = beta * (p1 - p2);
    double z = factor * x;
    double lost = Math.fma(factor, x, -z) + factorLost(p1, p2, beta) * x;
    return corrected(decay, Step.of(z), lost);
  }

  private static void oneByOne(
      double[] x,
      double[] firsts,
      double[] seconds,
      double[] betas,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      double first = firsts == null ? 1 : firsts[i];
      double second = seconds == null ? 0 : seconds[i];
      double input = x[i];
      for (int k = 0; k < slopesBy.length; k++) {
        slopesBy[k][i] = slopeBy(slopesBy.length - k, input, first, second, betas[i]);
      }
      slope[i] = slope(input, first, second, betas[i]);
      y[i] = value(input, first, second, betas[i]);
    }
  }

  private static boolean isNear(double factor, double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!(Math.abs(factor * x[i]) <= FAR)) {
        return false;
      }
    }
    return true;
  }

  private static double value(double x, double p1, double p2, double beta) {
    double factor = beta * (p1 - p2);
    double z = factor * x;
    if (!(Math.abs(z) <= FAR)) {
      return line(z > 0 ? p1 : z < 0 ? p2 : 0.5 * (p1 + p2), x);
    }
    double above = Step.of(z);
    double lost = Math.fma(factor, x, -z) + factorLost(p1, p2, beta) * x;
    return value(x, p1, p2, above, corrected(Exponential.decay(z), above, lost));
  }

  private static double slope(double x, double p1, double p2, double beta) {
    double factor = beta * (p1 - p2);
    double z = factor * x;
    if (!(Math.abs(z) <= FAR)) {
      return x == x ? z > 0 ? p1 : z < 0 ? p2 : 0.5 * (p1 + p2) : x;
    }
    double above = Step.of(z);
    double lost = Math.fma(factor, x, -z) + factorLost(p1, p2, beta) * x;
    return slope(p1, p2, z, above, corrected(Exponential.decay(z), above, lost));
  }

  /** What rounding β (p1 - p2) lost. */
  private static double factorLost(double p1, double p2, double beta) {
    double difference = p1 - p2;
    double back = p1 - difference;
    double differenceLost = (p1 - (difference + back)) + (back - p2);
    double factor = beta * difference;
    return Math.fma(beta, difference, -factor) + beta * differenceLost;
  }

  /** e^-|z + lost| from e^-|z|; above is 1 for a z above zero, else 0. */
  private static double corrected(double decay, double above, double lost) {
    return Math.fma(decay * (1 - 2 * above), lost, decay);
  }

  private static double value(double x, double p1, double p2, double above, double e) {
    double passed = (p1 - p2) * (e / (1 + e)) * x;
    return (above * p1 + (1 - above) * p2) * x + (1 - 2 * above) * passed;
  }

  private static double slope(double p1, double p2, double z, double above, double e) {
    double scale = (p1 - p2) / ((1 + e) * (1 + e));
    double winner = above * p1 + (1 - above) * p2;
    return winner + scale * (e * (z + (1 - 2 * above) * (1 + e)));
  }

  private static double slopeByBeta(double x, double difference, double e) {
    double line = difference * x;
    return line * (line * (e / ((1 + e) * (1 + e))));
  }

  /** s(z), the slope of z σ(z); s(-z) = 1 - s(z). */
  private static double share(double z, double above, double e) {
    double over = above * (1 + e + z * e) + (1 - above) * (e * (1 + e + z));
    return over / ((1 + e) * (1 + e));
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
    return Valley.least(t -> value(t, 1 + c, c, 1), t -> slope(t, 1 + c, c, 1), -1.5, 1.5);
  }
}
