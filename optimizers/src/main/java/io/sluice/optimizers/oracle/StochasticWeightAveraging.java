package io.sluice.optimizers.oracle;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.OracleWrapperExtension;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.OracleState;
import io.sluice.spi.OracleTask;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * The weights are the plain mean of where the optimizer inside was, every few steps from one on:
 * {@code a ← a + (z − a) / n} for the n-th of these places. Before, they are where it is.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record StochasticWeightAveraging(Settings settings) implements OracleWrapperExtension {

  /** The presets. */
  public StochasticWeightAveraging() {
    this(
        Settings.of(
            Hyperparameter.integer(
                "start",
                100,
                Interval.closed(0, 1_000_000_000),
                "steps before the first one that counts"),
            Hyperparameter.integer(
                "every",
                1,
                Interval.closed(1, 1_000_000),
                "steps from one that counts to the next")));
  }

  @Override
  public String id() {
    return "swa";
  }

  @Override
  public Description description() {
    return Description.of(
            "Stochastic weight averaging, the mean of the weights from a step on",
            "z ← z + u(∇f(z));  w ← w + (z − w) / n every few steps, n = 1, 2, …;  before, w = z",
            "Izmailov et al. 2018, arXiv 1803.05407")
        .aliases("stochastic-weight-averaging")
        .note("What is measured are the averaged weights; a look at their loss costs 1 a step.")
        .note("The rate stays what the optimizer inside has; the paper lets it cycle, too.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return settings.all();
  }

  @Override
  public Map<String, Double> neutral() {
    return Map.of("start", 1e9);
  }

  @Override
  public StochasticWeightAveraging with(Map<String, Double> values) {
    return new StochasticWeightAveraging(settings.with(values));
  }

  @Override
  public OracleState start(GradientState inner, OracleTask task) {
    int start = settings.integer("start");
    int every = settings.integer("every");
    return new AveragedState(task, inner) {
      private int taken;

      @Override
      void take(int step) {
        if (step <= start) {
          approach(1);
        } else if ((step - start - 1) % every == 0) {
          approach(1.0 / ++taken);
        }
      }
    };
  }
}
