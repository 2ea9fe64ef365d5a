package io.sluice.optimizers.wrapper;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.GradientWrapperExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.RandomStream;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Adds normally distributed noise to gradients, whose variance falls with the steps: {@code σ² = η
 * / tᵞ}. Each trial draws its own, a number for each parameter and step.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GradientNoise(Settings settings) implements GradientWrapperExtension {

  /** The presets. */
  public GradientNoise() {
    this(
        Settings.of(
            Hyperparameter.real(
                "eta", 0.01, Interval.NOT_NEGATIVE, "η, the variance in the first step"),
            Hyperparameter.real(
                "gamma", 0.55, Interval.NOT_NEGATIVE, "γ, how fast the variance falls")));
  }

  @Override
  public String id() {
    return "gradient-noise";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adds noise to gradients that falls with the steps",
            "g ← g + N(0, η / tᵞ), t = 1, 2, …",
            "Neelakantan et al. 2015, arXiv 1511.06807")
        .note("With eta = 0 it changes nothing. The paper tries η of 0.01, 0.3 and 1.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return settings.all();
  }

  @Override
  public Map<String, Double> neutral() {
    return Map.of("eta", 0.0);
  }

  @Override
  public GradientNoise with(Map<String, Double> values) {
    return new GradientNoise(settings.with(values));
  }

  @Override
  public GradientState start(GradientState inner, LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] eta = memory.hyperparameter("eta");
    double[] gamma = memory.hyperparameter("gamma");
    long[] keys = memory.randomKeys();
    RandomStream stream = new RandomStream(0);
    return (step, lanes, weights, gradients) -> {
      for (int lane = 0; lane < lanes; lane++) {
        if (eta[lane] > 0) {
          double deviation = Math.sqrt(eta[lane] / StrictMath.pow(step, gamma[lane]));
          stream.restart(RandomStream.key(keys[lane], step));
          for (int p = 0; p < layout.parameters(); p++) {
            gradients[layout.row(p) + lane] += deviation * stream.nextGaussian();
          }
        }
      }
      inner.update(step, lanes, weights, gradients);
    };
  }
}
