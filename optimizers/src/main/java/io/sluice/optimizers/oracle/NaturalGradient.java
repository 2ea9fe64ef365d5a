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
 * Natural gradient descent for squared errors, whose Fisher matrix of the batch is {@code JᵀJ}:
 * {@code w ← w − η (JᵀJ + λ I)⁻¹ Jᵀr}. A step costs the residuals.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record NaturalGradient(Settings settings) implements SettingsOracle {

  /** The presets. */
  public NaturalGradient() {
    this(
        Settings.of(
            Knobs.learningRate(0.1),
            Hyperparameter.real("damping", 0.001, Interval.POSITIVE, "λ")));
  }

  @Override
  public String id() {
    return "natural-gradient";
  }

  @Override
  public Description description() {
    return Description.of(
            "Natural gradient descent with the Fisher matrix of the batch",
            "w ← w − η (JᵀJ + λ I)⁻¹ Jᵀr",
            "Amari 1998; Martens 2020, arXiv 1412.1193")
        .note("A step costs the residuals with their slopes.");
  }

  @Override
  public NaturalGradient with(Map<String, Double> values) {
    return new NaturalGradient(settings.with(values));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.RESIDUALS);
  }

  @Override
  public OracleState start(OracleTask task) {
    double learningRate = settings.real("learning-rate");
    double damping = settings.real("damping");
    return new ResidualState(task) {
      @Override
      void begin() {}

      @Override
      OracleRequest go(double[] point) {
        if (isStuck() || !solve(damping)) {
          return nowhere(point);
        }
        Vectors.move(weights, learningRate, move, point);
        return OracleRequest.ACCEPT;
      }

      @Override
      void hear(double told) {}
    };
  }
}
