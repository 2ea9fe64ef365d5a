package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Invariance;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * BFGS with limited memory: {@code d = −H g} with H from the last pairs of steps and changes of the
 * gradient, and a strong Wolfe line search that tries 1 first. With {@code line-search=false} the
 * length is the learning rate, as in PyTorch. A step costs a gradient for each length tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Lbfgs(Settings settings) implements SettingsOracle {

  /** The presets. */
  public Lbfgs() {
    this(
        Settings.of(
            Hyperparameter.integer(
                "memory", 10, Interval.closed(1, 1000), "how many pairs are kept"),
            Knobs.decrease(1e-4),
            Knobs.curvature(0.9),
            Knobs.searchLength(Knobs.SEARCH_LENGTH),
            Hyperparameter.flag(
                "scale", true, "scales the identity by the last pair, and caps the first step"),
            Hyperparameter.flag("line-search", true, "or else the length is the learning rate"),
            Knobs.learningRate(1)));
  }

  @Override
  public String id() {
    return "lbfgs";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Quasi-Newton with limited memory",
            "d = −H g, H from the last m pairs (s, y) by two loops",
            "Nocedal 1980; Liu & Nocedal 1989; Nocedal & Wright 2006, algorithm 7.5")
        .note(
            "optax keeps 10 pairs and scales as the presets do; PyTorch keeps 100 and has line-search=false, and one of its steps is up to 20 of these.")
        .note("A step costs a gradient for each length tried, mostly one.");
  }

  @Override
  public Lbfgs with(Map<String, Double> values) {
    return new Lbfgs(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    boolean lineSearch = settings.flag("line-search");
    return new LineDescent(
        task,
        new LimitedMemory(
            settings.integer("memory"),
            settings.flag("scale"),
            lineSearch,
            settings.real("learning-rate")),
        lineSearch ? StrongWolfe.of(settings) : new FixedLength());
  }
}
