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
 * The linear least squares are solved and the loss is made to fall along that line by backtracking:
 * {@code w ← w − t (JᵀJ + λ max(diag JᵀJ) I)⁻¹ Jᵀr}. A step costs the residuals and a loss for each
 * length tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GaussNewton(Settings settings) implements SettingsOracle {

  /** The presets. */
  public GaussNewton() {
    this(
        Settings.of(
            Hyperparameter.real(
                "damping",
                1e-12,
                Interval.NOT_NEGATIVE,
                "λ, more where the matrix is not positive definite"),
            Knobs.decrease(1e-4),
            Hyperparameter.real("shrink", 0.5, Interval.open(0, 1), "by which the length shrinks"),
            Knobs.searchLength(50)));
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
  public GaussNewton with(Map<String, Double> values) {
    return new GaussNewton(settings.with(values));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.LOSS, OracleRequest.RESIDUALS);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new GaussNewtonState(task, Backtracking.of(settings), settings.real("damping"));
  }
}
