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
 * Adaptive sharpness-aware minimization: the gradient is taken at {@code w + ρ T² g / |T g|} with
 * {@code T = |w| + η}, and the optimizer inside makes an update of it. A step costs two gradients.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Asam(Settings settings) implements OracleWrapperExtension {

  /** The presets. */
  public Asam() {
    this(
        Settings.of(
            Hyperparameter.real("rho", 0.5, Interval.NOT_NEGATIVE, "ρ, how far uphill"),
            Hyperparameter.real(
                "floor",
                0.01,
                Interval.NOT_NEGATIVE,
                "η of the paper, added to the size of a weight")));
  }

  @Override
  public String id() {
    return "asam";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adaptive sharpness-aware minimization",
            "g = ∇f(w + ρ T² g₀ / |T g₀|), T = |w| + η; then as the optimizer inside",
            "Kwon et al. 2021, arXiv 2102.11600")
        .note(
            "A step costs two gradients. With rho = 0 the weights are those of the optimizer inside.")
        .note("pytorch_optimizer has floor = 0.");
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
  public Asam with(Map<String, Double> values) {
    return new Asam(settings.with(values));
  }

  @Override
  public OracleState start(GradientState inner, OracleTask task) {
    return new SharpnessState(
        task, new SharpnessState.Reach(settings.real("rho"), true, settings.real("floor")), inner);
  }
}
