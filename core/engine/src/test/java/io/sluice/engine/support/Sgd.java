package io.sluice.engine.support;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.List;
import java.util.Map;

/** Plain gradient descent with a rate for each lane. */
public record Sgd(double learningRate) implements GradientOptimizer {

  public Sgd() {
    this(0.25);
  }

  @Override
  public String id() {
    return "sgd";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("learning-rate", learningRate, Interval.POSITIVE, "step size"));
  }

  @Override
  public Sgd with(Map<String, Double> values) {
    return new Sgd(values.get("learning-rate"));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] rate = memory.hyperparameter("learning-rate");
    return (step, lanes, weights, gradients) -> {
      for (int p = 0; p < layout.parameters(); p++) {
        for (int lane = 0; lane < lanes; lane++) {
          gradients[layout.row(p) + lane] *= -rate[lane];
        }
      }
    };
  }
}
