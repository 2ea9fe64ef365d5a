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
 * Resilient back-propagation with weight-backtracking where the loss has risen: a weight whose
 * slope keeps its sign takes a step larger by η⁺; one whose slope changed it has its step made
 * smaller by η⁻, and takes its last update back if the loss rose. A step costs a gradient, which
 * shows the loss. With batches, losses of different rows are compared.
 *
 * @param firstStep Δ₀
 * @param growth η⁺
 * @param shrink η⁻
 * @param smallestStep the smallest step
 * @param largestStep the largest step
 */
@Extension
public record IrpropPlus(
    double firstStep, double growth, double shrink, double smallestStep, double largestStep)
    implements OracleOptimizerExtension {

  /** The presets. */
  public IrpropPlus() {
    this(0.0125, 1.2, 0.5, 0, 50);
  }

  @Override
  public String id() {
    return "irprop-plus";
  }

  @Override
  public Description description() {
    return Description.of(
        "Resilient back-propagation that takes back what made the loss rise",
        "Δ ← Δ η⁺ if g g₀ > 0, Δ η⁻ if g g₀ < 0;  w ← w − sign(g) Δ, or back if g g₀ < 0 and the loss rose",
        "Igel & Hüsken 2000");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("first-step", firstStep, Interval.POSITIVE, "Δ₀"),
        Hyperparameter.real("growth", growth, Interval.atLeast(1), "η⁺"),
        Hyperparameter.real("shrink", shrink, Interval.open(0, 1), "η⁻"),
        Hyperparameter.real("smallest-step", smallestStep, Interval.NOT_NEGATIVE, "the smallest Δ"),
        Hyperparameter.real("largest-step", largestStep, Interval.POSITIVE, "the largest Δ"));
  }

  @Override
  public IrpropPlus with(Map<String, Double> values) {
    return new IrpropPlus(
        values.get("first-step"),
        values.get("growth"),
        values.get("shrink"),
        values.get("smallest-step"),
        values.get("largest-step"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new ResilientState(task, this);
  }
}
