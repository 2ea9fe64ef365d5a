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
 * Gradient descent by Polyak's length: {@code w ← w − min(η, (f − f*) / (c |g|² + ε)) g}. A step
 * costs a gradient.
 *
 * @param maxLearningRate η
 * @param least f*
 * @param factor c
 * @param epsilon ε
 */
@Extension
public record PolyakSgd(double maxLearningRate, double least, double factor, double epsilon)
    implements OracleOptimizerExtension {

  /** The presets. */
  public PolyakSgd() {
    this(1, 0, 1, 0);
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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "max-learning-rate", maxLearningRate, Interval.POSITIVE, "η, the longest"),
        Knobs.least(least),
        Hyperparameter.real(
            "factor", factor, Interval.POSITIVE, "c; the paper has 0.5 for batches, optax 1"),
        Knobs.epsilon(epsilon));
  }

  @Override
  public PolyakSgd with(Map<String, Double> values) {
    return new PolyakSgd(
        values.get("max-learning-rate"),
        values.get("least"),
        values.get("factor"),
        values.get("epsilon"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new PolyakState(task, maxLearningRate, least, factor, epsilon, 0);
  }
}
