package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Adaptive learning rates for interpolation: {@code w ← w − γ g} with {@code γ = min(η, f / (|g|² +
 * δ))}, and a momentum on the updates. A step costs a gradient.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record AliG(Settings settings) implements SettingsOracle {

  /** The presets. */
  public AliG() {
    this(
        Settings.of(
            Hyperparameter.real("max-learning-rate", 0.1, Interval.POSITIVE, "η, the longest"),
            Knobs.momentum(0),
            Knobs.epsilon(1e-5)));
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
        .note(
            "pytorch_optimizer has no longest rate and ε = 1e-6. As it is shipped it computes the"
                + " norm in 32 bits, and those runs are not to be matched.");
  }

  @Override
  public AliG with(Map<String, Double> values) {
    return new AliG(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    double maxLearningRate = settings.real("max-learning-rate");
    double momentum = settings.real("momentum");
    double epsilon = settings.real("epsilon");
    return new PolyakState(task, maxLearningRate, 0, 1, epsilon, momentum);
  }
}
