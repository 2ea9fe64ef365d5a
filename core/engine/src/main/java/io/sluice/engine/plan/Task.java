package io.sluice.engine.plan;

import io.sluice.engine.problem.ObjectiveFunction;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Loss;
import io.sluice.spi.Activation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What a trial minimises, with everything resolved. */
public sealed interface Task {

  /** How many parameters are trained. */
  int parameters();

  /**
   * A network fits data.
   *
   * @param widths inputs, hidden layers, outputs
   * @param activations one for each layer after the inputs; null where it is linear
   */
  record Fit(
      Dataset data, List<Integer> widths, boolean bias, List<Activation> activations, Loss loss)
      implements Task {

    public Fit {
      widths = List.copyOf(widths);
      activations = Collections.unmodifiableList(new ArrayList<>(activations));
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
    public int parameters() {
      return function.dimensions();
    }
  }
}
