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
 * Adaptive learning rates for interpolation: {@code w ← w − γ g} with {@code γ = min(η, f / (|g|² +
 * δ))}, and a momentum on the updates. A step costs a gradient.
 *
 * @param maxLearningRate η
 * @param momentum μ
 * @param epsilon δ
 */
@Extension
public record AliG(double maxLearningRate, double momentum, double epsilon)
    implements OracleOptimizerExtension {

  /** The presets. */
  public AliG() {
    this(0.1, 0, 1e-5);
  }

  @Override
  public String id() {
    return "ali-g";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adaptive learning rates for interpolation with gradients",
            "γ = min(η, f / (|g|² + δ));  b ← μ b − γ g;  w ← w − γ g + μ b",
            "Berrada et al. 2020, arXiv 1906.05661")
        .note("pytorch_optimizer has no longest rate and ε = 1e-6.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "max-learning-rate", maxLearningRate, Interval.POSITIVE, "η, the longest"),
        Knobs.momentum(momentum),
        Knobs.epsilon(epsilon));
  }

  @Override
  public AliG with(Map<String, Double> values) {
    return new AliG(values.get("max-learning-rate"), values.get("momentum"), values.get("epsilon"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new PolyakState(task, maxLearningRate, 0, 1, epsilon, momentum);
  }
}
