package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;

/**
 * An activation whose hyper-parameters can all be trained. Its functions are written once, of x and
 * an array of the parameters; the values that it starts from are such an array.
 */
abstract class Trained implements ActivationExtension, TrainableActivation {

  /** Where training may start; it may lead anywhere. */
  private static final Interval ALLOWED = Interval.closed(-1e6, 1e6);

  private final List<String> names;
  private final double[] start;

  Trained(List<String> names, double... start) {
    this.names = names;
    this.start = start;
  }

  /** The value that this parameter starts from. */
  final double start(int parameter) {
    return start[parameter];
  }

  /** The hyper-parameter that says where this parameter starts. */
  final Hyperparameter startOf(int parameter, String meaning) {
    return Hyperparameter.real(names.get(parameter), start[parameter], ALLOWED, meaning);
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
}
