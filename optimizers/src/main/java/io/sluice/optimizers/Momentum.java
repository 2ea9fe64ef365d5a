package io.sluice.optimizers;

import io.sluice.sdk.GradientOptimizerExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.LaneMemory;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Gradient descent with momentum, in the form of PyTorch: {@code b ← μ b + g, w ← w − η b}, b
 * starting at 0.
 *
 * @param learningRate η
 * @param momentum μ
 */
@Extension
public record Momentum(double learningRate, double momentum) implements GradientOptimizerExtension {

  /** The presets. */
  public Momentum() {
    this(0.01, 0.9);
  }

  @Override
  public String id() {
    return "momentum";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Gradient descent with a heavy ball",
            "b ← μ b + g;  w ← w − η b",
            "Polyak 1964; the form of PyTorch's SGD")
        .aliases("heavy-ball");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("learning-rate", learningRate, Interval.NOT_NEGATIVE, "η"),
        Hyperparameter.real("momentum", momentum, Interval.closedOpen(0, 1), "μ"));
  }

  @Override
  public Momentum with(Map<String, Double> values) {
    return new Momentum(values.get("learning-rate"), values.get("momentum"));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    return new State(memory);
  }

  private static final class State implements GradientState {
    private final BlockLayout layout;
    private final double[] rate;
    private final double[] momentum;
    private final double[] buffer;

    State(LaneMemory memory) {
      layout = memory.layout();
      rate = Lanes.spread(memory.hyperparameter("learning-rate"), memory);
      momentum = Lanes.spread(memory.hyperparameter("momentum"), memory);
      buffer = memory.block();
    }

    @Override
    public void update(int step, int lanes, double[] weights, double[] gradients) {
      for (int p = 0; p < layout.parameters(); p++) {
        int row = layout.row(p);
        for (int i = row; i < row + lanes; i++) {
          double moved = momentum[i] * buffer[i] + gradients[i];
          buffer[i] = moved;
          gradients[i] = -rate[i] * moved;
        }
      }
    }

    @Override
    public void flip(int parameter, int lane) {
      int i = layout.row(parameter) + lane;
      buffer[i] = -buffer[i];
    }
  }
}
