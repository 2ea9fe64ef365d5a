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
 * Natural gradient descent for squared errors, whose Fisher matrix of the batch is {@code JᵀJ}:
 * {@code w ← w − η (JᵀJ + λ I)⁻¹ Jᵀr}. A step costs the residuals.
 *
 * @param learningRate η
 * @param damping λ
 */
@Extension
public record NaturalGradient(double learningRate, double damping)
    implements OracleOptimizerExtension {

  /** The presets. */
  public NaturalGradient() {
    this(0.1, 0.001);
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
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Knobs.learningRate(learningRate),
        Hyperparameter.real("damping", damping, Interval.POSITIVE, "λ"));
  }

  @Override
  public NaturalGradient with(Map<String, Double> values) {
    return new NaturalGradient(values.get("learning-rate"), values.get("damping"));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.RESIDUALS);
  }

  @Override
  public OracleState start(OracleTask task) {
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
