package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.OracleWrapperExtension;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Sharpness-aware minimization: the gradient is taken at {@code w + ρ g / |g|}, and the optimizer
 * inside makes an update of it. A step costs two gradients.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Sam(Settings settings) implements OracleWrapperExtension {

  /** The presets. */
  public Sam() {
    this(Settings.of(Hyperparameter.real("rho", 0.05, Interval.NOT_NEGATIVE, "ρ, how far uphill")));
  }

  @Override
  public String id() {
    return "sam";
  }

  @Override
  public Description description() {
    return Description.of(
            "Sharpness-aware minimization",
            "g = ∇f(w + ρ g₀ / |g₀|); then as the optimizer inside",
            "Foret et al. 2021, arXiv 2010.01412")
        .note(
            "A step costs two gradients. With rho = 0 the weights are those of the optimizer inside.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return settings.all();
  }

  @Override
  public Map<String, Double> neutral() {
    return Map.of("rho", 0.0);
  }

  @Override
  public Sam with(Map<String, Double> values) {
    return new Sam(settings.with(values));
  }

  @Override
  public OracleState start(GradientState inner, OracleTask task) {
    return new SharpnessState(
        task, new SharpnessState.Reach(settings.real("rho"), false, 0), inner);
  }
}
