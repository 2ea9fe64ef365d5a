package io.sluice.optimizers.wrapper;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.GradientWrapperExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Every k steps the weights go back a part of the way that the optimizer inside has led them:
 * {@code w ← s + α (w − s)}, where s are the weights with which those steps began. Its state is
 * left as it is.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record Lookahead(Settings settings) implements GradientWrapperExtension {

  /** The presets. */
  public Lookahead() {
    this(
        Settings.of(
            Hyperparameter.integer(
                "k", 5, Interval.closed(1, 1_000_000), "steps of the optimizer inside"),
            Hyperparameter.real(
                "alpha", 0.5, Interval.closed(0, 1), "α, the share of their way that stays")));
  }

  @Override
  public String id() {
    return "lookahead";
  }

  @Override
  public Description description() {
    return Description.of(
            "Every k steps the weights go back a part of the way",
            "s = w before steps 1, k + 1, 2 k + 1, …;  w ← s + α (w − s) after steps k, 2 k, …",
            "Zhang, Lucas, Ba & Hinton 2019, arXiv 1907.08610")
        .note("The optimizer inside keeps its moments when the weights go back, as in Optax.")
        .note("With alpha = 1 it changes nothing.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return settings.all();
  }

  @Override
  public Map<String, Double> neutral() {
    return Map.of("alpha", 1.0);
  }

  @Override
  public Lookahead with(Map<String, Double> values) {
    return new Lookahead(settings.with(values));
  }

  @Override
  public GradientState start(GradientState inner, LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] length = memory.hyperparameter("k");
    double[] share = memory.hyperparameter("alpha");
    double[] slow = memory.block();
    return (step, lanes, weights, gradients) -> {
      for (int lane = 0; lane < lanes; lane++) {
        if ((step - 1) % (int) length[lane] == 0) {
          for (int p = 0; p < layout.parameters(); p++) {
            slow[layout.row(p) + lane] = weights[layout.row(p) + lane];
          }
        }
      }
      inner.update(step, lanes, weights, gradients);
      for (int lane = 0; lane < lanes; lane++) {
        if (step % (int) length[lane] == 0 && share[lane] != 1) {
          for (int i = layout.row(0) + lane, p = 0; p < layout.parameters(); p++) {
            double fast = weights[i] + gradients[i];
            gradients[i] = slow[i] + share[lane] * (fast - slow[i]) - weights[i];
            i += layout.stride();
          }
        }
      }
    };
  }
}
