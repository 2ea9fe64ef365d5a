package io.sluice.optimizers.wrapper;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.GradientWrapperExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Makes the slow part of gradients louder: {@code h ← h + (1 − α) (g − h), g ← g + λ h}, where h
 * begins as the first gradient.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Grokfast(Settings settings) implements GradientWrapperExtension {

  /** The presets. */
  public Grokfast() {
    this(
        Settings.of(
            Hyperparameter.real(
                "alpha", 0.98, Interval.closedOpen(0, 1), "α, the decay of the slow gradient"),
            Hyperparameter.real(
                "loudness", 2, Interval.NOT_NEGATIVE, "λ, the weight of the slow gradient")));
  }

  @Override
  public String id() {
    return "grokfast";
  }

  @Override
  public Description description() {
    return Description.of(
            "Makes the slow part of gradients louder",
            "h ← h + (1 − α) (g − h);  g ← g + λ h",
            "Lee, Kang, Kim & Lee 2024, arXiv 2405.20233, the variant EMA")
        .note("With loudness = 0 it changes nothing.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return settings.all();
  }

  @Override
  public Map<String, Double> neutral() {
    return Map.of("loudness", 0.0);
  }

  @Override
  public Grokfast with(Map<String, Double> values) {
    return new Grokfast(settings.with(values));
  }

  @Override
  public GradientState start(GradientState inner, LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] alpha = memory.hyperparameter("alpha");
    double[] loudness = memory.hyperparameter("loudness");
    double[] slow = memory.block();
    return (step, lanes, weights, gradients) -> {
      for (int p = 0; p < layout.parameters(); p++) {
        for (int lane = 0; lane < lanes; lane++) {
          int i = layout.row(p) + lane;
          slow[i] =
              step == 1 ? gradients[i] : slow[i] + (1 - alpha[lane]) * (gradients[i] - slow[i]);
          if (loudness[lane] != 0) {
            gradients[i] += loudness[lane] * slow[i];
          }
        }
      }
      inner.update(step, lanes, weights, gradients);
    };
  }
}
