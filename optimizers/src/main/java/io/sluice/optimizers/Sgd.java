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
 * Gradient descent: {@code w ← w − η g}.
 *
 * @param learningRate η
 */
@Extension
public record Sgd(double learningRate) implements GradientOptimizerExtension {

  /** The presets. */
  public Sgd() {
    this(0.01);
  }

  @Override
  public String id() {
    return "sgd";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
        "Gradient descent", "w ← w − η g", "Robbins & Monro 1951; preset as in Keras");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("learning-rate", learningRate, Interval.NOT_NEGATIVE, "η"));
  }

  @Override
  public Sgd with(Map<String, Double> values) {
    return new Sgd(values.get("learning-rate"));
  }

  @Override
  public GradientState start(LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] rate = Lanes.spread(memory.hyperparameter("learning-rate"), memory);
    return (step, lanes, weights, gradients) -> {
      for (int p = 0; p < layout.parameters(); p++) {
        int row = layout.row(p);
        for (int i = row; i < row + lanes; i++) {
          gradients[i] = -rate[i] * gradients[i];
        }
      }
    };
  }
}
