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
 * Adaptive sharpness-aware minimization around Adam: the gradient is taken at {@code w + ρ T² g /
 * |T g|} with {@code T = |w| + η}. A step costs two gradients.
 *
 * @param learningRate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param epsilon ε
 * @param rho ρ
 * @param floor what is added to the size of a weight
 */
@Extension
public record AsamAdam(
    double learningRate, double beta1, double beta2, double epsilon, double rho, double floor)
    implements OracleOptimizerExtension {

  /** The presets. */
  public AsamAdam() {
    this(0.001, 0.9, 0.999, 1e-8, 0.5, 0.01);
  }

  @Override
  public String id() {
    return "asam-adam";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adaptive sharpness-aware minimization around Adam",
            "g = ∇f(w + ρ T² g₀ / |T g₀|), T = |w| + η; then as adam",
            "Kwon et al. 2021, arXiv 2102.11600")
        .note("A step costs two gradients.")
        .note("pytorch_optimizer has floor = 0.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Knobs.learningRate(learningRate),
        Knobs.beta("beta1", beta1, "β₁, decay of the mean"),
        Knobs.beta("beta2", beta2, "β₂, decay of the square"),
        Knobs.epsilon(epsilon),
        Hyperparameter.real("rho", rho, Interval.NOT_NEGATIVE, "ρ, how far uphill"),
        Hyperparameter.real(
            "floor",
            floor,
            Interval.NOT_NEGATIVE,
            "η of the paper, added to the size of a weight"));
  }

  @Override
  public AsamAdam with(Map<String, Double> values) {
    return new AsamAdam(
        values.get("learning-rate"),
        values.get("beta1"),
        values.get("beta2"),
        values.get("epsilon"),
        values.get("rho"),
        values.get("floor"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new SharpnessState(
        task,
        new SharpnessState.Reach(rho, true, floor),
        SharpnessState.adam(task.parameters(), learningRate, beta1, beta2, epsilon));
  }
}
