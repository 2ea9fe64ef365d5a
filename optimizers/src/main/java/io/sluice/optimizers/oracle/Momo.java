package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Momentum with a length by a model: the models {@code f + g·(w − w₀)} of all steps are averaged as
 * the gradients are, and the step goes to where their mean is the least loss f*, but no further
 * than η. A step costs a gradient.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Momo(Settings settings) implements SettingsOracle {

  /** The presets. */
  public Momo() {
    this(
        Settings.of(
            Knobs.learningRate(1),
            Knobs.beta("beta", 0.9, "β, decay of the mean model"),
            Knobs.least(0),
            Knobs.decay(),
            Knobs.adaptive()));
  }

  @Override
  public String id() {
    return "momo";
  }

  @Override
  public Description description() {
    return Description.of(
            "Momentum by Polyak's length for the mean of all models",
            "τ = min(η, (f̄ − f* + m·w − c̄)₊ / |m|²); w ← w − τ m",
            "Schaipp et al. 2024, arXiv 2305.07583")
        .note("f̄, m and c̄ are means of losses, of gradients and of g·w; + cuts at 0.")
        .note("The weight decay is part of the model: w / (1 + η λ).");
  }

  @Override
  public Momo with(Map<String, Double> values) {
    return new Momo(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    return new MomoState(task, settings, false);
  }
}
