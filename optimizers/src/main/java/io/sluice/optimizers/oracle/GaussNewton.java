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
 * The linear least squares are solved and the loss is made to fall along that line by backtracking:
 * {@code w ← w − t (JᵀJ + λ max(diag JᵀJ) I)⁻¹ Jᵀr}. A step costs the residuals and a loss for each
 * length tried.
 *
 * @param damping λ
 * @param decrease c₁
 * @param shrink by which the length shrinks
 * @param searchLength the most lengths tried
 */
@Extension
public record GaussNewton(double damping, double decrease, double shrink, int searchLength)
    implements OracleOptimizerExtension {

  /** The presets. */
  public GaussNewton() {
    this(1e-12, 1e-4, 0.5, 50);
  }

  @Override
  public String id() {
    return "gauss-newton";
  }

  @Override
  public Description description() {
    return Description.of(
            "Gauss–Newton with backtracking",
            "w ← w − t (JᵀJ + λ max(diag JᵀJ) I)⁻¹ Jᵀr",
            "Gauss 1809; Nocedal & Wright 2006, section 10.3")
        .note("A step costs the residuals with their slopes, and a loss for each length tried.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "damping",
            damping,
            Interval.NOT_NEGATIVE,
            "λ, more where the matrix is not positive definite"),
        Knobs.decrease(decrease),
        Hyperparameter.real("shrink", shrink, Interval.open(0, 1), "by which the length shrinks"),
        Knobs.searchLength(searchLength));
  }

  @Override
  public GaussNewton with(Map<String, Double> values) {
    return new GaussNewton(
        values.get("damping"),
        values.get("decrease"),
        values.get("shrink"),
        values.get("search-length").intValue());
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.LOSS, OracleRequest.RESIDUALS);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new GaussNewtonState(task, new Backtracking(decrease, shrink, searchLength), damping);
  }
}
