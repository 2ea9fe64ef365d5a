package io.sluice.optimizers.oracle;

import io.sluice.sdk.OracleOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.RandomStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Second-order clipped stochastic optimization with Hutchinson's estimate: {@code m ← β₁ m + (1−β₁)
 * g}, in every k-th step {@code h ← β₂ h + (1−β₂) u ⊙ H u} with u standard normal, {@code w ← w − η
 * clip(m / max(h, ε), ρ)}. A step costs a gradient, every k-th one two more.
 *
 * @param learningRate η
 * @param beta1 β₁
 * @param beta2 β₂
 * @param clip ρ
 * @param epsilon ε
 * @param period k
 */
@Extension
public record SophiaH(
    double learningRate, double beta1, double beta2, double clip, double epsilon, int period)
    implements OracleOptimizerExtension {

  /** The presets. */
  public SophiaH() {
    this(0.06, 0.96, 0.99, 0.01, 1e-12, 10);
  }

  @Override
  public String id() {
    return "sophia-h";
  }

  @Override
  public Description description() {
    return Description.of(
            "Clipped second-order optimization",
            "m ← β₁ m + (1−β₁) g;  h ← β₂ h + (1−β₂) u ⊙ H u;  w ← w − η clip(m / max(h, ε), ρ)",
            "Liu et al. 2023, arXiv 2305.14342, with η and ρ as pytorch_optimizer has them: ρ is the γ of the paper, η its rate over γ")
        .note("A step costs a gradient, every k-th step two more.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Knobs.learningRate(learningRate),
        Knobs.beta("beta1", beta1, "β₁, decay of the mean"),
        Knobs.beta("beta2", beta2, "β₂, decay of the curvature"),
        Hyperparameter.real("clip", clip, Interval.POSITIVE, "ρ, the largest quotient"),
        Hyperparameter.real("epsilon", epsilon, Interval.POSITIVE, "ε, the least curvature"),
        Hyperparameter.integer(
            "period",
            period,
            Interval.closed(1, 1e9),
            "k, the steps from one estimate to the next"));
  }

  @Override
  public SophiaH with(Map<String, Double> values) {
    return new SophiaH(
        values.get("learning-rate"),
        values.get("beta1"),
        values.get("beta2"),
        values.get("clip"),
        values.get("epsilon"),
        values.get("period").intValue());
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT, OracleRequest.HESSIAN_PRODUCT);
  }

  @Override
  public OracleState start(OracleTask task) {
    return new CurvatureState(task, period, beta1) {
      @Override
      double draw(RandomStream random) {
        return random.nextGaussian();
      }

      @Override
      double keep(double kept, double estimate) {
        return beta2 * kept + (1 - beta2) * estimate;
      }

      @Override
      double update(double mean, double curvature) {
        double quotient = mean / Math.max(curvature, epsilon);
        return -learningRate * Math.max(-clip, Math.min(clip, quotient));
      }
    };
  }
}
