package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Adam with a length by a model: the models {@code f + g·(w − w₀)} of all steps are averaged as the
 * gradients are, and the step goes to where their mean is the least loss f*, but no further than η.
 * A step costs a gradient.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record MomoAdam(Settings settings) implements SettingsOracle {

  /** The presets. */
  public MomoAdam() {
    this(
        Settings.of(
            Knobs.learningRate(0.01),
            Knobs.beta("beta1", 0.9, "β₁, decay of the mean model"),
            Knobs.beta("beta2", 0.999, "β₂, decay of the square"),
            Knobs.epsilon(1e-8),
            Knobs.least(0),
            Knobs.decay(),
            Knobs.adaptive()));
  }

  @Override
  public String id() {
    return "momo-adam";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adam by Polyak's length for the mean of all models",
            "τ = min(η / (1 − β₁ᵗ), (f̄ − f* (1 − β₁ᵗ) + m·w − c̄)₊ / (m·D⁻¹ m)); w ← w − τ D⁻¹ m; D = ε + √v̂",
            "Schaipp et al. 2024, arXiv 2305.07583")
        .note("f̄, m and c̄ are means of losses, of gradients and of g·w; + cuts at 0.")
        .note("The weight decay is part of the model: w / (1 + η λ).");
  }

  @Override
  public MomoAdam with(Map<String, Double> values) {
    return new MomoAdam(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    return new MomoState(task, settings, true);
  }
}
