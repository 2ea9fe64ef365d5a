package io.sluice.optimizers;

import io.sluice.sdk.GradientOptimizerExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.LaneMemory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * RMSprop with ε outside the root, as in PyTorch: {@code v ← ρ v + (1−ρ) g², w ← w − η g / (√v +
 * ε)}. Keras and Optax put ε inside the root.
 *
 * @param learningRate η
 * @param decay ρ
 * @param epsilon ε
 */
@Extension
public record RmsProp(double learningRate, double decay, double epsilon)
    implements GradientOptimizerExtension {

  /** The presets. */
  public RmsProp() {
    this(0.01, 0.99, 1e-8);
  }

  @Override
  public String id() {
    return "rmsprop";
  }

  @Override
  public Set<Invariance> invariances() {
    return Lanes.invariances(epsilon);
  }

  @Override
  public Description description() {
    return Description.of(
        "Steps scaled by the root of the mean squared gradient",
        "v ← ρ v + (1−ρ) g²;  w ← w − η g / (√v + ε)",
        "Hinton, Coursera lecture 6e, 2012; presets and the place of ε as in PyTorch");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("learning-rate", learningRate, Interval.NOT_NEGATIVE, "η"),
        Hyperparameter.real("decay", decay, Interval.closedOpen(0, 1), "ρ"),
        Hyperparameter.real(
            "epsilon", epsilon, Interval.NOT_NEGATIVE, "ε; with 0, no gradient is no update"));
  }

  @Override
  public RmsProp with(Map<String, Double> values) {
    return new RmsProp(values.get("learning-rate"), values.get("decay"), values.get("epsilon"));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] rate = Lanes.spread(memory.hyperparameter("learning-rate"), memory);
    double[] decay = Lanes.spread(memory.hyperparameter("decay"), memory);
    double[] epsilon = Lanes.spread(Lanes.epsilon(memory), memory);
    double[] square = memory.block();
    return (step, lanes, weights, gradients) -> {
      for (int p = 0; p < layout.parameters(); p++) {
        int row = layout.row(p);
        for (int i = row; i < row + lanes; i++) {
          double gradient = gradients[i];
          double newSquare = decay[i] * square[i] + (1 - decay[i]) * (gradient * gradient);
          square[i] = newSquare;
          gradients[i] = -rate[i] * gradient / (Math.sqrt(newSquare) + epsilon[i]);
        }
      }
    };
  }
}
