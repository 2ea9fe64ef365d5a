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
 * The weights are a mean of where the optimizer inside was, the older the less: {@code a ← a + (1 −
 * β) / (1 − βᵗ) (z − a)}, so that the first step counts whole and none is the start.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record WeightEma(Settings settings) implements OracleWrapperExtension {

  /** The presets. */
  public WeightEma() {
    this(Settings.of(Knobs.beta("decay", 0.99, "β, what is left of the mean in a step")));
  }

  @Override
  public String id() {
    return "weight-ema";
  }

  @Override
  public Description description() {
    return Description.of(
            "An exponential moving average of the weights",
            "z ← z + u(∇f(z));  w ← w + (1 − β) / (1 − βᵗ) (z − w)",
            "Polyak & Juditsky 1992, with the decay and correction of Adam's mean")
        .note("What is measured are the averaged weights; a look at their loss costs 1 a step.")
        .note("Some programs begin the average with the initial weights and correct nothing.")
        .note("With decay = 0 the weights are those of the optimizer inside.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return settings.all();
  }

  @Override
  public Map<String, Double> neutral() {
    return Map.of("decay", 0.0);
  }

  @Override
  public WeightEma with(Map<String, Double> values) {
    return new WeightEma(settings.with(values));
  }

  @Override
  public OracleState start(GradientState inner, OracleTask task) {
    double decay = settings.real("decay");
    return new AveragedState(task, inner) {
      private double power = 1;

      @Override
      void take(int step) {
        power *= decay;
        approach((1 - decay) / (1 - power));
      }
    };
  }
}
