package org.example.frozen;

import io.sluice.sdk.GradientOptimizerExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** Gradient descent with momentum. */
@Extension
public record FrozenMomentum(double learningRate, double decay)
    implements GradientOptimizerExtension {

  public FrozenMomentum() {
    this(0.05, 0.9);
  }

  @Override
  public String id() {
    return "frozen-momentum";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("learning-rate", learningRate, Interval.NOT_NEGATIVE, "rate"),
        Hyperparameter.real("decay", decay, Interval.closedOpen(0, 1), "decay"));
  }

  @Override
  public FrozenMomentum with(Map<String, Double> values) {
    return new FrozenMomentum(values.get("learning-rate"), values.get("decay"));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] rate = memory.hyperparameter("learning-rate");
    double[] decays = memory.hyperparameter("decay");
    double[] buffer = memory.block();
    return new GradientState() {
      @Override
      public void update(int step, int lanes, double[] weights, double[] gradients) {
        for (int p = 0; p < layout.parameters(); p++) {
          int row = layout.row(p);
          for (int lane = 0; lane < lanes; lane++) {
            int i = row + lane;
            buffer[i] = decays[lane] * buffer[i] + gradients[i];
            gradients[i] = -rate[lane] * buffer[i];
          }
        }
      }

      @Override
      public void flip(int parameter, int lane) {
        int i = layout.row(parameter) + lane;
        buffer[i] = -buffer[i];
      }
    };
  }
}
