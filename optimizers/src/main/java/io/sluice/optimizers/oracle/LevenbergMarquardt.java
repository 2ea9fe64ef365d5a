package io.sluice.optimizers.oracle;

import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
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
 * Gauss–Newton with damping: {@code w ← w − (JᵀJ + μ I)⁻¹ Jᵀr} with residuals whose squares sum up
 * to the loss. If the loss falls, μ is made smaller, else larger and the step is tried again. A
 * trial whose μ passes its limit stops. A step costs the residuals and a loss for each point tried.
 *
 * @param mu μ of the first step
 * @param muDecrease by which μ changes after a success
 * @param muIncrease by which μ changes after a failure
 * @param muMax the largest μ
 */
@Extension
public record LevenbergMarquardt(double mu, double muDecrease, double muIncrease, double muMax)
    implements OracleOptimizerExtension {

  /** The presets. */
  public LevenbergMarquardt() {
    this(0.001, 0.1, 10, 1e10);
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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("mu", mu, Interval.POSITIVE, "μ of the first step"),
        Hyperparameter.real(
            "mu-decrease", muDecrease, Interval.openClosed(0, 1), "factor of μ after a success"),
        Hyperparameter.real(
            "mu-increase", muIncrease, Interval.above(1), "factor of μ after a failure"),
        Hyperparameter.real(
            "mu-max", muMax, Interval.POSITIVE, "the largest μ, at which a trial stops"));
  }

  @Override
  public LevenbergMarquardt with(Map<String, Double> values) {
    return new LevenbergMarquardt(
        values.get("mu"),
        values.get("mu-decrease"),
        values.get("mu-increase"),
        values.get("mu-max"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.LOSS, OracleRequest.RESIDUALS);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new MarquardtState(task, this);
  }
}
