package io.sluice.optimizers.oracle;

import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Invariance;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * BFGS: {@code d = −H g} with H the whole inverse Hessian, mended by each step, and a strong Wolfe
 * line search that tries 1 first. A trial needs memory for the square of its parameters. A step
 * costs a gradient for each length tried.
 *
 * @param decrease c₁
 * @param curvature c₂
 * @param searchLength the most questions of a search
 * @param scale whether the identity is scaled by the first pair, and the first step is no longer
 *     than 1
 */
@Extension
public record Bfgs(double decrease, double curvature, int searchLength, boolean scale)
    implements OracleOptimizerExtension {

  /** The presets. */
  public Bfgs() {
    this(1e-4, 0.9, Knobs.SEARCH_LENGTH, true);
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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Knobs.decrease(decrease),
        Knobs.curvature(curvature),
        Knobs.searchLength(searchLength),
        Hyperparameter.flag(
            "scale", scale, "scales the identity by the first pair, and caps the first step"));
  }

  @Override
  public Bfgs with(Map<String, Double> values) {
    return new Bfgs(
        values.get("decrease"),
        values.get("curvature"),
        values.get("search-length").intValue(),
        values.get("scale") == 1);
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new LineDescent(
        task,
        new InverseHessian(task.parameters(), scale),
        new StrongWolfe(decrease, curvature, searchLength));
  }
}
