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
 * Adaptive sharpness-aware minimization around gradient descent with momentum: the gradient is
 * taken at {@code w + ρ T² g / |T g|} with {@code T = |w| + η}. A step costs two gradients.
 *
 * @param learningRate η
 * @param momentum μ
 * @param rho ρ
 * @param floor what is added to the size of a weight
 */
@Extension
public record Asam(double learningRate, double momentum, double rho, double floor)
    implements OracleOptimizerExtension {

  /** The presets. */
  public Asam() {
    this(0.01, 0.9, 0.5, 0.01);
  }

  @Override
  public String id() {
    return "asam";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adaptive sharpness-aware minimization around gradient descent with momentum",
            "g = ∇f(w + ρ T² g₀ / |T g₀|), T = |w| + η; then as momentum",
            "Kwon et al. 2021, arXiv 2102.11600")
        .note("A step costs two gradients.")
        .note("pytorch_optimizer has floor = 0.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Knobs.learningRate(learningRate),
        Knobs.momentum(momentum),
        Hyperparameter.real("rho", rho, Interval.NOT_NEGATIVE, "ρ, how far uphill"),
        Hyperparameter.real(
            "floor",
            floor,
            Interval.NOT_NEGATIVE,
            "η of the paper, added to the size of a weight"));
  }

  @Override
  public Asam with(Map<String, Double> values) {
    return new Asam(
        values.get("learning-rate"),
        values.get("momentum"),
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
        SharpnessState.momentum(task.parameters(), learningRate, momentum));
  }
}
