package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleRequest;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Gradient descent with noise that dies down: {@code w ← w − η (g + √(ν / tᵞ) n)} with n standard
 * normal. A step costs a gradient.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record NoisySgd(Settings settings) implements SettingsOracle {

  /** The presets. */
  public NoisySgd() {
    this(
        Settings.of(
            Knobs.learningRate(0.01),
            Hyperparameter.real(
                "variance", 0.01, Interval.NOT_NEGATIVE, "ν, of the noise in the first step"),
            Hyperparameter.real("power", 0.55, Interval.NOT_NEGATIVE, "γ, how fast it dies down")));
  }

  @Override
  public String id() {
    return "noisy-sgd";
  }

  @Override
  public Description description() {
    return Description.of(
            "Gradient descent with noise that dies down",
            "w ← w − η (g + √(ν / tᵞ) n), n standard normal",
            "Neelakantan et al. 2015, arXiv 1511.06807; Welling & Teh 2011")
        .note("Stochastic gradient Langevin dynamics of temperature τ is power 0, variance 2 τ/η.")
        .note("It draws, and so asks for its slopes, as an optimizer with gradients cannot.");
  }

  @Override
  public NoisySgd with(Map<String, Double> values) {
    return new NoisySgd(settings.with(values));
  }

  @Override
  public OracleState start(OracleTask task) {
    double rate = settings.real("learning-rate");
    double variance = settings.real("variance");
    double power = settings.real("power");
    return new AtWeights(task) {
      private long step;

      @Override
      OracleRequest go(double[] point, double[] direction) {
        step++;
        double deviation = Math.sqrt(variance / StrictMath.pow(step, power));
        for (int p = 0; p < point.length; p++) {
          double noise = deviation == 0 ? 0 : deviation * task.random().nextGaussian();
          point[p] = weights[p] - rate * (gradient[p] + noise);
        }
        return OracleRequest.ACCEPT;
      }
    };
  }
}
