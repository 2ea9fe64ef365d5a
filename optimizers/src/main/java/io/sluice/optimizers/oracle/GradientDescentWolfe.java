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
 * Gradient descent whose length fulfils the strong Wolfe conditions. A step costs a gradient for
 * each length tried, the last of which serves the next step.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GradientDescentWolfe(Settings settings) implements SettingsOracle {

  /** The presets. */
  public GradientDescentWolfe() {
    this(
        Settings.of(
            Hyperparameter.real(
                "first-length", 1, Interval.POSITIVE, "tried first in the first step"),
            Knobs.decrease(1e-4),
            Knobs.curvature(0.9),
            Knobs.searchLength(Knobs.SEARCH_LENGTH)));
  }

  @Override
  public String id() {
    return "gradient-descent-wolfe";
  }

  @Override
  public Description description() {
    return Description.of(
            "Gradient descent with a strong Wolfe line search",
            "w ← w − t g with f(w − t g) ≤ f(w) − c₁ t g·g and |g(w − t g)·g| ≤ c₂ g·g",
            "Nocedal & Wright 2006, algorithms 3.5 and 3.6")
        .note("A step costs a gradient for each length tried.");
  }

  @Override
  public GradientDescentWolfe with(Map<String, Double> values) {
    return new GradientDescentWolfe(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    return new LineDescent(
        task, new SteepestDescent(settings.real("first-length")), StrongWolfe.of(settings));
  }
}
