package io.sluice.spi;

import java.util.List;
import java.util.Map;

/**
 * An activation of which some hyper-parameters can be trained with the network. Trained, they are
 * weights like any other: optimizers move them, bounds keep them, budgets pay for them. Each trial
 * then has values of its own, so the functions take them as arguments:
 *
 * <pre>{@code
 * public record Parametric(double slope) implements TrainableActivation {
 *   ...
 *   public List<String> trainable() { return List.of("slope"); }
 *   public double value(double x, double[] p) { return x < 0 ? p[0] * x : x; }
 *   public double slope(double x, double[] p) { return x < 0 ? p[0] : 1; }
 *   public double slopeBy(int parameter, double x, double[] p) { return x < 0 ? x : 0; }
 * }
 * }</pre>
 *
 * <p>The values of {@link #hyperparameters()} of this copy are where training starts, and what
 * {@link #value(double)} and {@link #slope(double)} use. A trained parameter may take any value, so
 * the functions must be defined beyond the range that is declared for it.
 */
public interface TrainableActivation extends Activation {

  /** By whom a trained parameter is shared. */
  enum Sharing {
    /** It is not trained and keeps its value. */
    FIXED,
    /** All units of a layer have it in common. */
    LAYER,
    /** Each unit has its own. */
    UNIT
  }

  /** The names of the hyper-parameters that can be trained, in the order of the arrays below. */
  List<String> trainable();

  /** What a study gets that does not say whether to train; fixed unless declared. */
  default Sharing sharing() {
    return Sharing.FIXED;
  }

  /** f(x) with these parameters. */
  double value(double x, double[] parameters);

  /** f'(x), the slope by x, with these parameters. */
  double slope(double x, double[] parameters);

  /** The slope of f(x) by one of the parameters. */
  double slopeBy(int parameter, double x, double[] parameters);

  @Override
  default double value(double x) {
    return value(x, initialParameters());
  }

  @Override
  default double slope(double x) {
    return slope(x, initialParameters());
  }

  @Override
  default TrainableActivation with(Map<String, Double> values) {
    return this;
  }

  /** Where training starts: the values that this copy has for what is {@link #trainable()}. */
  default double[] initialParameters() {
    List<String> names = trainable();
    double[] initial = new double[names.size()];
    for (Hyperparameter hyperparameter : hyperparameters()) {
      int index = names.indexOf(hyperparameter.name());
      if (index >= 0) {
        initial[index] = hyperparameter.value();
      }
    }
    return initial;
  }

  /**
   * Sets {@code y[i] = f(x[i])} for {@code from <= i < to}, with the parameters {@code
   * parameters[k][i]}. All arrays are different ones.
   *
   * @param parameters for each parameter a number for each element
   */
  default void values(double[] x, double[][] parameters, double[] y, int from, int to) {
    double[] p = new double[parameters.length];
    for (int i = from; i < to; i++) {
      for (int k = 0; k < p.length; k++) {
        p[k] = parameters[k][i];
      }
      y[i] = value(x[i], p);
    }
  }

  /**
   * Sets values, slopes by x and slopes by each parameter for {@code from <= i < to}. All arrays
   * are different ones.
   *
   * @param parameters for each parameter a number for each element
   * @param slopesBy receives for each parameter a slope for each element
   */
  default void valuesAndSlopes(
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    double[] p = new double[parameters.length];
    for (int i = from; i < to; i++) {
      for (int k = 0; k < p.length; k++) {
        p[k] = parameters[k][i];
      }
      double input = x[i];
      slope[i] = slope(input, p);
      for (int k = 0; k < p.length; k++) {
        slopesBy[k][i] = slopeBy(k, input, p);
      }
      y[i] = value(input, p);
    }
  }
}
