package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Invariance;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * BFGS: {@code d = −H g} with H the whole inverse Hessian, mended by each step, and a strong Wolfe
 * line search that tries 1 first. A trial needs memory for the square of its parameters. A step
 * costs a gradient for each length tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Bfgs(Settings settings) implements SettingsOracle {

  /** The presets. */
  public Bfgs() {
    this(
        Settings.of(
            Knobs.decrease(1e-4),
            Knobs.curvature(0.9),
            Knobs.searchLength(Knobs.SEARCH_LENGTH),
            Hyperparameter.flag(
                "scale", true, "scales the identity by the first pair, and caps the first step")));
  }

  @Override
  public String id() {
    return "bfgs";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Quasi-Newton",
            "d = −H g;  H ← (I − s yᵀ/y·s) H (I − y sᵀ/y·s) + s sᵀ/y·s",
            "Broyden, Fletcher, Goldfarb, Shanno 1970; Nocedal & Wright 2006, algorithm 6.1")
        .note("A step costs a gradient for each length tried, mostly one.")
        .note("Its memory grows with the square of the parameters.");
  }

  @Override
  public Bfgs with(Map<String, Double> values) {
    return new Bfgs(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    return new LineDescent(
        task,
        new InverseHessian(task.parameters(), settings.flag("scale")),
        StrongWolfe.of(settings));
  }
}
