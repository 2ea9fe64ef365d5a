package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Gradient descent whose length is found by backtracking: {@code w ← w − t g} with the first t of
 * {@code t₀, t₀ k, t₀ k², …} of which {@code f(w − t g) ≤ f(w) − c₁ t g·g}; t₀ is twice the length
 * taken last. A step costs a gradient and a loss for each length tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GradientDescentArmijo(Settings settings) implements SettingsOracle {

  /** The presets. */
  public GradientDescentArmijo() {
    this(
        Settings.of(
            Hyperparameter.real("first-length", 1, Interval.POSITIVE, "t₀ of the first step"),
            Knobs.decrease(1e-4),
            Hyperparameter.real(
                "shrink", 0.5, Interval.open(0, 1), "k, by which the length shrinks"),
            Knobs.searchLength(50)));
  }

  @Override
  public String id() {
    return "gradient-descent-armijo";
  }

  @Override
  public Description description() {
    return Description.of(
            "Gradient descent with backtracking",
            "w ← w − t g with t = t₀ kⁱ, the first of which f(w − t g) ≤ f(w) − c₁ t g·g",
            "Armijo 1966; Nocedal & Wright 2006, algorithm 3.1")
        .note("A step costs a gradient, and a loss for each length tried.");
  }

  @Override
  public GradientDescentArmijo with(Map<String, Double> values) {
    return new GradientDescentArmijo(settings.with(values));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.LOSS, OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new LineDescent(
        task, new SteepestDescent(settings.real("first-length")), Backtracking.of(settings));
  }
}
