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
 * Resilient back-propagation with weight-backtracking where the loss has risen: a weight whose
 * slope keeps its sign takes a step larger by η⁺; one whose slope changed it has its step made
 * smaller by η⁻, and takes its last update back if the loss rose. A step costs a gradient, which
 * shows the loss. With batches, losses of different rows are compared.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record IrpropPlus(Settings settings) implements SettingsOracle {

  /** The presets. */
  public IrpropPlus() {
    this(
        Settings.of(
            Hyperparameter.real("first-step", 0.0125, Interval.POSITIVE, "Δ₀"),
            Hyperparameter.real("growth", 1.2, Interval.atLeast(1), "η⁺"),
            Hyperparameter.real("shrink", 0.5, Interval.open(0, 1), "η⁻"),
            Hyperparameter.real("smallest-step", 0, Interval.NOT_NEGATIVE, "the smallest Δ"),
            Hyperparameter.real("largest-step", 50, Interval.POSITIVE, "the largest Δ")));
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
  public IrpropPlus with(Map<String, Double> values) {
    return new IrpropPlus(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    return new ResilientState(task, settings);
  }
}
