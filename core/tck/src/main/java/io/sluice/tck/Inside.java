package io.sluice.tck;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Gradient descent with momentum that a wrapper is put around, and that tells what is done with it.
 *
 * @param rate of learning
 * @param told takes a line for every call of a state
 */
record Inside(double rate, List<String> told) implements GradientOptimizer {

  private static final double MOMENTUM = 0.5;

  Inside() {
    this(0.01, new ArrayList<>());
  }

  @Override
  public String id() {
    return "inside";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("inside-rate", rate, Interval.NOT_NEGATIVE, "size of a step"));
  }

  @Override
  public Inside with(Map<String, Double> values) {
    return new Inside(values.get("inside-rate"), told);
  }

  @Override
  public GradientState start(LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] rates = memory.hyperparameter("inside-rate");
    double[] moment = memory.block();
    return new GradientState() {
      @Override
      public void update(int step, int lanes, double[] weights, double[] gradients) {
        told.add("step " + step + " of " + lanes);
        for (int p = 0; p < layout.parameters(); p++) {
          for (int lane = 0; lane < lanes; lane++) {
            int i = layout.row(p) + lane;
            moment[i] = MOMENTUM * moment[i] + gradients[i];
            gradients[i] = -rates[lane] * moment[i];
          }
        }
      }

      @Override
      public void flip(int parameter, int lane) {
        told.add("flip of " + parameter + " in lane " + lane);
        moment[layout.row(parameter) + lane] *= -1;
      }
    };
  }
}
