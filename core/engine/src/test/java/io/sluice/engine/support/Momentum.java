package io.sluice.engine.support;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.List;
import java.util.Map;

/** Heavy ball; its first moment may be reversed. Steps shrink with the step number. */
public record Momentum(double learningRate, double decay) implements GradientOptimizer {

  public Momentum() {
    this(0.25, 0.5);
  }

  @Override
  public String id() {
    return "momentum";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("learning-rate", learningRate, Interval.POSITIVE, "step size"),
        Hyperparameter.real("decay", decay, Interval.closedOpen(0, 1), "of the momentum"));
  }

  @Override
  public Momentum with(Map<String, Double> values) {
    return new Momentum(values.get("learning-rate"), values.get("decay"));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    double[] rate = memory.hyperparameter("learning-rate");
    double[] kept = memory.hyperparameter("decay");
    double[] count = memory.perLane();
    return new Moving(memory.layout(), rate, kept, count, memory.block());
  }

  private record Moving(
      BlockLayout layout, double[] rate, double[] kept, double[] count, double[] moment)
      implements GradientState {

    @Override
    public void update(int step, int lanes, double[] weights, double[] gradients) {
      for (int lane = 0; lane < lanes; lane++) {
        count[lane]++;
        if (count[lane] != step) {
          throw new IllegalStateException("lane " + lane + " has lost its memory");
        }
      }
      for (int p = 0; p < layout.parameters(); p++) {
        for (int lane = 0; lane < lanes; lane++) {
          int i = layout.row(p) + lane;
          moment[i] = kept[lane] * moment[i] + gradients[i];
          gradients[i] = -rate[lane] / step * moment[i];
        }
      }
    }

    @Override
    public void flip(int parameter, int lane) {
      int i = layout.row(parameter) + lane;
      moment[i] = -moment[i];
    }
  }
}
