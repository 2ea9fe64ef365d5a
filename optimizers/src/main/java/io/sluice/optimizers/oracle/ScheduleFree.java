package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.OracleWrapperExtension;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Learning without a schedule: the weights x are the plain mean of where the optimizer inside was,
 * z, and gradients are taken between both, at {@code y = (1 − β) z + β x}.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record ScheduleFree(Settings settings) implements OracleWrapperExtension {

  /** The presets. */
  public ScheduleFree() {
    this(Settings.of(Knobs.beta("beta", 0.9, "β, how near the mean gradients are taken")));
  }

  @Override
  public String id() {
    return "schedule-free";
  }

  @Override
  public Description description() {
    return Description.of(
            "An average in place of a schedule",
            "y = (1 − β) z + β w;  z ← z + u(∇f(y));  w ← w + (z − w) / t",
            "Defazio et al. 2024, arXiv 2405.15682")
        .note("What is measured are the averaged weights; a look at their loss costs 1 a step.")
        .note(
            "It takes the place of momentum, so that inside should have none. The rules"
                + " schedule-free-sgd and schedule-free-adamw have y for weights.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return settings.all();
  }

  @Override
  public ScheduleFree with(Map<String, Double> values) {
    return new ScheduleFree(settings.with(values));
  }

  @Override
  public OracleState start(GradientState inner, OracleTask task) {
    double beta = settings.real("beta");
    return new AveragedState(task, inner) {
      @Override
      void look(double[] point) {
        for (int p = 0; p < point.length; p++) {
          point[p] = (1 - beta) * moving[p] + beta * average[p];
        }
      }

      @Override
      void take(int step) {
        approach(1.0 / step);
      }
    };
  }
}
