package io.sluice.engine.plan;

import io.sluice.engine.loss.Accuracy;
import io.sluice.engine.loss.Loss;
import io.sluice.engine.problem.ObjectiveFunction;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Metric;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a trial minimises, with everything resolved. */
public sealed interface Task {

  /** How many parameters are trained. */
  int parameters();

  /** Whether the metric has a meaning here. */
  boolean has(Metric metric);

  /**
   * A network fits data.
   *
   * @param data the examples to train with
   * @param validation the examples kept from training; null if there are none
   * @param accuracy which outputs are right; null if the targets are no classes
   * @param widths inputs, hidden layers, outputs
   * @param activations one for each layer after the inputs; null where it is linear
   */
  record Fit(
      Dataset data,
      Dataset validation,
      Accuracy accuracy,
      List<Integer> widths,
      boolean bias,
      List<Activation> activations,
      Loss loss)
      implements Task {

    public Fit {
      widths = List.copyOf(widths);
      activations = Collections.unmodifiableList(new ArrayList<>(activations));
    }

    /** All examples are to train with. */
    public Fit(
        Dataset data, List<Integer> widths, boolean bias, List<Activation> activations, Loss loss) {
      this(data, null, Accuracy.of(loss, data).orElse(null), widths, bias, activations, loss);
    }

    @Override
    public boolean has(Metric metric) {
      if (metric.isOfValidation() && validation == null) {
        return false;
      }
      switch (metric) {
        case ACCURACY:
        case VALIDATION_ACCURACY:
          return accuracy != null;
        case R2:
        case VALIDATION_R2:
          return !loss.isForClasses();
        default:
          return true;
      }
    }

    @Override
    public int parameters() {
      int parameters = 0;
      for (int layer = 1; layer < widths.size(); layer++) {
        parameters += widths.get(layer) * (widths.get(layer - 1) + (bias ? 1 : 0));
      }
      return parameters;
    }
  }

  /** A function of the parameters themselves. */
  record Minimum(ObjectiveFunction function) implements Task {
    @Override
    public boolean has(Metric metric) {
      return !metric.needsWeights();
    }

    @Override
    public int parameters() {
      return function.dimensions();
    }
  }
}
