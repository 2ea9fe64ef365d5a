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
 * Gradient descent by Polyak's length: {@code w ← w − min(η, (f − f*) / (c |g|² + ε)) g}. A step
 * costs a gradient.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record PolyakSgd(Settings settings) implements SettingsOracle {

  /** The presets. */
  public PolyakSgd() {
    this(
        Settings.of(
            Hyperparameter.real("max-learning-rate", 1, Interval.POSITIVE, "η, the longest"),
            Knobs.least(0),
            Hyperparameter.real(
                "factor", 1, Interval.POSITIVE, "c; the paper has 0.5 for batches, optax 1"),
            Knobs.epsilon(0)));
  }

  @Override
  public String id() {
    return "polyak-sgd";
  }

  @Override
  public Description description() {
    return Description.of(
            "Stochastic gradient descent by Polyak's length",
            "w ← w − min(η, (f − f*) / (c |g|² + ε)) g",
            "Loizou et al. 2021, arXiv 2002.10542")
        .note("A gap below f* counts as 0; optax has that as its variant sps+.");
  }

  @Override
  public PolyakSgd with(Map<String, Double> values) {
    return new PolyakSgd(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    double maxLearningRate = settings.real("max-learning-rate");
    double least = settings.real("least");
    double factor = settings.real("factor");
    double epsilon = settings.real("epsilon");
    return new PolyakState(task, maxLearningRate, least, factor, epsilon, 0);
  }
}
