package io.sluice.optimizers.matrix;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.GradientOptimizerExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;

/** A gradient optimizer whose hyper-parameters are {@link Settings}, and some that several have. */
interface MatrixOptimizer extends GradientOptimizerExtension {

  /** The hyper-parameters. */
  Settings settings();

  @Override
  default List<Hyperparameter> hyperparameters() {
    return settings().all();
  }

  /** A number that is not negative. */
  static Hyperparameter rate(String name, double value, String meaning) {
    return Hyperparameter.real(name, value, Interval.NOT_NEGATIVE, meaning);
  }

  /** A share that is below 1. */
  static Hyperparameter share(String name, double value, String meaning) {
    return Hyperparameter.real(name, value, Interval.closedOpen(0, 1), meaning);
  }

  /** How many steps there are between two decompositions. */
  static Hyperparameter period(int value) {
    return Hyperparameter.integer(
        "period", value, Interval.closed(1, 1e9), "steps from one decomposition to the next");
  }

  /** The most rows or columns that are decomposed. */
  static Hyperparameter largest() {
    return Hyperparameter.integer(
        "largest",
        512,
        Interval.closed(1, 1e9),
        "sides of matrices that are longer are left alone");
  }
}
