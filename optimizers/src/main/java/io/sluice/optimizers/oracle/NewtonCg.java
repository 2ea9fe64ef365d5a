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
 * Newton's method in a ball that is trusted: the quadratic model is minimised by conjugate
 * gradients until they leave the ball, meet negative curvature or are close enough, {@code |r| ≤
 * min(½, √|g|) |g|}. A step costs two gradients for each product with the Hessian and one for each
 * point tried.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record NewtonCg(Settings settings) implements SettingsOracle {

  /** The presets. */
  public NewtonCg() {
    this(
        Settings.of(
            Hyperparameter.real("first-radius", 1, Interval.POSITIVE, "of the first ball"),
            Hyperparameter.real("largest-radius", 1000, Interval.POSITIVE, "of any ball"),
            Hyperparameter.real(
                "decrease",
                0.15,
                Interval.closedOpen(0, 0.25),
                "the share of what was foretold that must come true")));
  }

  @Override
  public String id() {
    return "newton-cg";
  }

  @Override
  public Description description() {
    return Description.of(
            "Newton's method in a trust region, by conjugate gradients",
            "min g·d + ½ d·H d in |d| ≤ Δ, by products H d alone",
            "Steihaug 1983; Nocedal & Wright 2006, algorithms 4.1 and 7.2; presets of SciPy")
        .note(
            "A step costs two gradients for each product with the Hessian and one for each point tried.");
  }

  @Override
  public NewtonCg with(Map<String, Double> values) {
    return new NewtonCg(settings.with(values));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT, OracleRequest.HESSIAN_PRODUCT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new TrustRegionState(task, settings);
  }
}
