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
 * Adam with Hutchinson's estimate of the diagonal of the Hessian in the place of the gradient's
 * square: {@code m ← β₁ m + (1−β₁) g, v ← β₂ v + (1−β₂) (u ⊙ H u)², w ← w − η m̂ / (v̂^(k/2) + ε)}
 * with u of ±1. A step costs three gradients where there is an estimate.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record AdaHessian(Settings settings) implements SettingsOracle {

  /** The presets. */
  public AdaHessian() {
    this(
        Settings.of(
            Knobs.learningRate(0.1),
            Knobs.beta("beta1", 0.9, "β₁, decay of the mean"),
            Knobs.beta("beta2", 0.999, "β₂, decay of the square"),
            Hyperparameter.real("power", 1, Interval.closed(0, 1), "k, of the Hessian"),
            Knobs.epsilon(1e-4),
            Hyperparameter.integer(
                "period", 1, Interval.closed(1, 1e9), "steps from one estimate to the next")));
  }

  @Override
  public String id() {
    return "ada-hessian";
  }

  @Override
  public Description description() {
    return Description.of(
            "Adam with the curvature in place of the square",
            "m ← β₁ m + (1−β₁) g;  v ← β₂ v + (1−β₂) (u ⊙ H u)²;  w ← w − η m̂ / (v̂^(k/2) + ε)",
            "Yao et al. 2021, arXiv 2006.00719")
        .note("A step costs a gradient, and two more where there is an estimate.")
        .note(
            "There is no averaging over blocks of weights, which the paper has for convolutions. pytorch_optimizer has ε = 1e-16.");
  }

  @Override
  public AdaHessian with(Map<String, Double> values) {
    return new AdaHessian(settings.with(values));
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
    double power = settings.real("power");
    double epsilon = settings.real("epsilon");
    int period = settings.integer("period");
    return new CurvatureState(task, period, beta1) {
      private double power1 = 1;
      private double power2 = 1;

      @Override
      void begin() {
        super.begin();
        power1 *= beta1;
        power2 *= beta2;
      }

      @Override
      double draw(RandomStream random) {
        return random.nextLong() < 0 ? -1 : 1;
      }

      @Override
      double keep(double kept, double estimate) {
        return beta2 * kept + (1 - beta2) * estimate * estimate;
      }

      @Override
      double update(double mean, double curvature) {
        double root = StrictMath.pow(curvature / (1 - power2), power / 2) + epsilon;
        return mean == 0 ? 0 : -learningRate * (mean / (1 - power1)) / root;
      }
    };
  }
}
