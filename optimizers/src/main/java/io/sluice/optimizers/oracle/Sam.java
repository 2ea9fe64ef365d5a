package io.sluice.optimizers.oracle;

import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Sharpness-aware minimization around gradient descent with momentum: the gradient is taken at
 * {@code w + ρ g / |g|}. A step costs two gradients.
 *
 * @param learningRate η
 * @param momentum μ
 * @param rho ρ
 */
@Extension
public record Sam(double learningRate, double momentum, double rho)
    implements OracleOptimizerExtension {

  /** The presets. */
  public Sam() {
    this(0.01, 0.9, 0.05);
  }

  @Override
  public String id() {
    return "sam";
  }

  @Override
  public Description description() {
    return Description.of(
            "Sharpness-aware minimization around gradient descent with momentum",
            "g = ∇f(w + ρ g₀ / |g₀|); then as momentum",
            "Foret et al. 2021, arXiv 2010.01412")
        .note("A step costs two gradients.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Knobs.learningRate(learningRate),
        Knobs.momentum(momentum),
        Hyperparameter.real("rho", rho, Interval.NOT_NEGATIVE, "ρ, how far uphill"));
  }

  @Override
  public Sam with(Map<String, Double> values) {
    return new Sam(values.get("learning-rate"), values.get("momentum"), values.get("rho"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new SharpnessState(
        task,
        new SharpnessState.Reach(rho, false, 0),
        SharpnessState.momentum(task.parameters(), learningRate, momentum));
  }
}
