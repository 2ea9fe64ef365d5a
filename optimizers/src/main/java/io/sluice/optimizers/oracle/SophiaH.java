package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import io.sluice.spi.RandomStream;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.pf4j.Extension;

/**
 * Second-order clipped stochastic optimization with Hutchinson's estimate: {@code m ← β₁ m + (1−β₁)
 * g}, in every k-th step {@code h ← β₂ h + (1−β₂) u ⊙ H u} with u standard normal, {@code w ← w − η
 * clip(m / max(h, ε), ρ)}. A step costs a gradient, every k-th one two more.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record SophiaH(Settings settings) implements SettingsOracle {

  /** The presets. */
  public SophiaH() {
    this(
        Settings.of(
            Knobs.learningRate(0.06),
            Knobs.beta("beta1", 0.96, "β₁, decay of the mean"),
            Knobs.beta("beta2", 0.99, "β₂, decay of the curvature"),
            Hyperparameter.real("clip", 0.01, Interval.POSITIVE, "ρ, the largest quotient"),
            Hyperparameter.real("epsilon", 1e-12, Interval.POSITIVE, "ε, the least curvature"),
            Hyperparameter.integer(
                "period",
                10,
                Interval.closed(1, 1e9),
                "k, the steps from one estimate to the next")));
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
  public SophiaH with(Map<String, Double> values) {
    return new SophiaH(settings.with(values));
  }

  @Override
  public Set<OracleRequest> questions() {
    return EnumSet.of(OracleRequest.GRADIENT, OracleRequest.HESSIAN_PRODUCT);
  }

  @Override
  public OracleState start(OracleTask task) {
    double learningRate = settings.real("learning-rate");
    double beta1 = settings.real("beta1");
    double beta2 = settings.real("beta2");
    double clip = settings.real("clip");
    double epsilon = settings.real("epsilon");
    int period = settings.integer("period");
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
