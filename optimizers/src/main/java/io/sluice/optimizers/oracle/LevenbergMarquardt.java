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
 * Gauss–Newton with damping: {@code w ← w − (JᵀJ + μ I)⁻¹ Jᵀr} with residuals whose squares sum up
 * to the loss. If the loss falls, μ is made smaller, else larger and the step is tried again. A
 * trial whose μ passes its limit stops. A step costs the residuals and a loss for each point tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record LevenbergMarquardt(Settings settings) implements SettingsOracle {

  /** The presets. */
  public LevenbergMarquardt() {
    this(
        Settings.of(
            Hyperparameter.real("mu", 0.001, Interval.POSITIVE, "μ of the first step"),
            Hyperparameter.real(
                "mu-decrease", 0.1, Interval.openClosed(0, 1), "factor of μ after a success"),
            Hyperparameter.real(
                "mu-increase", 10, Interval.above(1), "factor of μ after a failure"),
            Hyperparameter.real(
                "mu-max", 1e10, Interval.POSITIVE, "the largest μ, at which a trial stops")));
  }

  @Override
  public String id() {
    return "levenberg-marquardt";
  }

  @Override
  public Set<Invariance> invariances() {
    return EnumSet.of(Invariance.SHIFT, Invariance.ROTATION, Invariance.PERMUTATION);
  }

  @Override
  public Description description() {
    return Description.of(
            "Damped Gauss–Newton",
            "w ← w − (JᵀJ + μ I)⁻¹ Jᵀr;  μ ← μ dec if the loss falls, else μ inc and again",
            "Levenberg 1944; Marquardt 1963; Hagan & Menhaj 1994; presets of MATLAB's trainlm")
        .note("A step costs the residuals with their slopes, and a loss for each point tried.")
        .note(
            "Only for losses that are sums of squares: mse of networks. The residuals are scaled so that their squares sum up to the loss, a mean; so μ is relative to a mean, too.")
        .note("Its memory grows with the square of the parameters.");
  }

  @Override
  public LevenbergMarquardt with(Map<String, Double> values) {
    return new LevenbergMarquardt(settings.with(values));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.LOSS, OracleRequest.RESIDUALS);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new MarquardtState(task, settings);
  }
}
