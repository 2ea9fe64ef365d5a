package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Guided evolution strategy: the slope is estimated from pairs of losses on opposite sides of the
 * weights, in directions that are drawn partly from everywhere and partly from the span U of the
 * last k gradients, which may be biased:
 *
 * <pre>
 * e = σ (√(α/n) z + √((1−α)/k) U y),  z and y standard normal
 * w ← w − η β/(2σ²P) Σ e (L(w + e) − L(w − e))
 * </pre>
 *
 * <p>A step costs a gradient and 2 P losses. Only the gradient may lie, as those of activations
 * with a surrogate slope do; losses do not.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GuidedEs(Settings settings) implements SettingsOracle {

  /** The presets. */
  public GuidedEs() {
    this(
        Settings.of(
            Knobs.learningRate(0.01),
            Hyperparameter.real("deviation", 0.1, Interval.POSITIVE, "σ, of the directions"),
            Hyperparameter.real(
                "everywhere",
                0.5,
                Interval.closed(0, 1),
                "α, the share of the variance that is not along gradients"),
            Hyperparameter.real("scale", 2, Interval.POSITIVE, "β, factor of the estimate"),
            Hyperparameter.integer(
                "memory", 1, Interval.closed(1, 1000), "k, how many gradients are remembered"),
            Hyperparameter.integer(
                "pairs", 1, Interval.closed(1, 1000), "P, pairs of losses for an estimate")));
  }

  @Override
  public String id() {
    return "guided-es";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT);
  }

  @Override
  public Description description() {
    return Description.of(
            "Slopes from losses, in directions guided by gradients that may be biased",
            "e = σ (√(α/n) z + √((1−α)/k) U y);  w ← w − η β/(2σ²P) Σ e (L(w + e) − L(w − e))",
            "Maheswaranathan et al. 2019, arXiv 1806.10230")
        .note("A step costs a gradient and 2 P losses, all over the same batch.")
        .note(
            "As long as there are fewer gradients than k, or some lie in the span of others, k is"
                + " how many directions they have. A pair with a loss that is none counts as level.")
        .note("evosax adds pairs up in place of taking their mean: η there is P times as large.");
  }

  @Override
  public GuidedEs with(Map<String, Double> values) {
    return new GuidedEs(settings.with(values));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.LOSS, OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new GuidedState(task, settings);
  }
}
