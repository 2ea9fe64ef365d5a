package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;

/**
 * An activation with trained parameters whose value and slopes share one costly number, the part.
 * The block forms compute it in one pass.
 */
abstract class TrainedPass implements ActivationExtension, TrainableActivation {

  /** What a parameter may start from if nothing speaks against a value. */
  static final Interval ANY = Interval.closed(-1e6, 1e6);

  private final Pass pass;
  private final List<Hyperparameter> hyperparameters;
  private final List<String> names;
  private final double[] start;

  /** The parameters of one element; an array for each thread, or every block would make one. */
  private final ThreadLocal<double[]> gathered;

  /**
   * An activation of which all hyper-parameters can be trained.
   *
   * @param pass the function that the part is a value of
   */
  TrainedPass(Pass pass, Hyperparameter... hyperparameters) {
    this(pass, hyperparameters.length, hyperparameters);
  }

  /** An activation of which the first so many hyper-parameters can be trained. */
  TrainedPass(Pass pass, int trained, Hyperparameter... hyperparameters) {
    this.pass = pass;
    this.hyperparameters = List.of(hyperparameters);
    List<Hyperparameter> first = this.hyperparameters.subList(0, trained);
    this.names = first.stream().map(Hyperparameter::name).toList();
    this.start = first.stream().mapToDouble(Hyperparameter::value).toArray();
    this.gathered = ThreadLocal.withInitial(start::clone);
  }

  /** What the function of the part is taken of. */
  abstract double argument(double x, double[] p);

  /** f(x) from the part at x. */
  abstract double value(double x, double[] p, double part);

  /** f'(x) from the part at x. */
  abstract double slope(double x, double[] p, double part);

  /** The slope by a parameter from the part at x. */
  abstract double slopeBy(int parameter, double x, double[] p, double part);

  @Override
  public final List<Hyperparameter> hyperparameters() {
    return hyperparameters;
  }

  @Override
  public final List<String> trainable() {
    return names;
  }

  @Override
  public final double[] initialParameters() {
    return start.clone();
  }

  @Override
  public double value(double x) {
    return value(x, start);
  }

  @Override
  public double slope(double x) {
    return slope(x, start);
  }

  @Override
  public final double value(double x, double[] p) {
    return value(x, p, part(x, p));
  }

  @Override
  public final double slope(double x, double[] p) {
    return slope(x, p, part(x, p));
  }

  @Override
  public final double slopeBy(int parameter, double x, double[] p) {
    return slopeBy(parameter, x, p, part(x, p));
  }

  private double part(double x, double[] p) {
    return pass.of(argument(x, p));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    parts(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], start, y[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    parts(x, slope, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double part = slope[i];
      y[i] = value(input, start, part);
      slope[i] = slope(input, start, part);
    }
  }

  private void parts(double[] x, double[] parts, int from, int to) {
    for (int i = from; i < to; i++) {
      parts[i] = argument(x[i], start);
    }
    pass.over(parts, from, to);
  }

  @Override
  public final void values(double[] x, double[][] parameters, double[] y, int from, int to) {
    double[] p = gathered.get();
    for (int i = from; i < to; i++) {
      gather(parameters, i, p);
      y[i] = value(x[i], p);
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
    double[] p = gathered.get();
    for (int i = from; i < to; i++) {
      gather(parameters, i, p);
      slope[i] = argument(x[i], p);
    }
    pass.over(slope, from, to);
    for (int i = from; i < to; i++) {
      gather(parameters, i, p);
      double input = x[i];
      double part = slope[i];
      slope[i] = slope(input, p, part);
      for (int k = 0; k < p.length; k++) {
        slopesBy[k][i] = slopeBy(k, input, p, part);
      }
      y[i] = value(input, p, part);
    }
  }

  private static void gather(double[][] parameters, int i, double[] p) {
    for (int k = 0; k < p.length; k++) {
      p[k] = parameters[k][i];
    }
  }
}
