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
 * Sharpness-aware minimization around Adam: the gradient is taken at {@code w + ρ g / |g|}. A step
 * costs two gradients.
 *
 * @param learningRate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 * @param rho ρ
 */
@Extension
public record SamAdam(double learningRate, double beta1, double beta2, double epsilon, double rho)
    implements OracleOptimizerExtension {

  /** The presets. */
  public SamAdam() {
    this(0.001, 0.9, 0.999, 1e-8, 0.05);
  }

  @Override
  public String id() {
    return "sam-adam";
  }

  @Override
  public Description description() {
    return Description.of(
            "Sharpness-aware minimization around Adam",
            "g = ∇f(w + ρ g₀ / |g₀|); then as adam",
            "Foret et al. 2021, arXiv 2010.01412")
        .note("A step costs two gradients.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Knobs.learningRate(learningRate),
        Knobs.beta("beta1", beta1, "β₁, decay of the mean"),
        Knobs.beta("beta2", beta2, "β₂, decay of the square"),
        Knobs.epsilon(epsilon),
        Hyperparameter.real("rho", rho, Interval.NOT_NEGATIVE, "ρ, how far uphill"));
  }

  @Override
  public SamAdam with(Map<String, Double> values) {
    return new SamAdam(
        values.get("learning-rate"),
        values.get("beta1"),
        values.get("beta2"),
        values.get("epsilon"),
        values.get("rho"));
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
        SharpnessState.adam(task.parameters(), learningRate, beta1, beta2, epsilon));
  }
}
