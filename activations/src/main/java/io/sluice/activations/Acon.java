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
 * <p>{@link SmoothMaximum} has the value and the slopes at one point, {@link TrainedAcon} the block
 * forms with parameters.
 */
abstract class Acon implements ActivationExtension, TrainableActivation {

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
    return SmoothMaximum.value(x, p1, p2, beta);
  }

  @Override
  public final double slope(double x) {
    return SmoothMaximum.slope(x, p1, p2, beta);
  }

  // The members end with β, and have p2 before it and p1 before that, as far as they train them.

  @Override
  public final double value(double x, double[] p) {
    return SmoothMaximum.value(x, first(p), second(p), p[p.length - 1]);
  }

  @Override
  public final double slope(double x, double[] p) {
    return SmoothMaximum.slope(x, first(p), second(p), p[p.length - 1]);
  }

  @Override
  public final double slopeBy(int parameter, double x, double[] p) {
    return SmoothMaximum.slopeBy(p.length - parameter, x, first(p), second(p), p[p.length - 1]);
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
    if (!isNear(factor, x, from, to)) {
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
    double factorLost = SmoothMaximum.factorLost(first, second, beta);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double z = factor * input;
      double above = Step.of(z);
      double lost = Math.fma(factor, input, -z) + factorLost * input;
      y[i] =
          SmoothMaximum.value(
              input, first, second, above, SmoothMaximum.corrected(y[i], above, lost));
    }
  }

  @Override
  public final void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double factor = beta * (p1 - p2);
    if (!isNear(factor, x, from, to)) {
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
    double factorLost = SmoothMaximum.factorLost(first, second, beta);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double z = factor * input;
      double above = Step.of(z);
      double lost = Math.fma(factor, input, -z) + factorLost * input;
      double e = SmoothMaximum.corrected(slope[i], above, lost);
      y[i] = SmoothMaximum.value(input, first, second, above, e);
      slope[i] = SmoothMaximum.slope(first, second, z, above, e);
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
    TrainedAcon.valuesAndSlopes(x, parameters, y, slope, slopesBy, from, to);
  }

  private static boolean isNear(double factor, double[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!(Math.abs(factor * x[i]) <= SmoothMaximum.FAR)) {
        return false;
      }
    }
    return true;
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
        t -> SmoothMaximum.value(t, 1 + c, c, 1),
        t -> SmoothMaximum.slope(t, 1 + c, c, 1),
        -1.5,
        1.5);
  }
}
