package io.sluice.engine.support;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientState;
import io.sluice.spi.GradientWrapper;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.LaneMemory;
import io.sluice.spi.RandomStream;
import java.util.List;
import java.util.Map;

/** A wrapper that makes updates shorter, by what is drawn too if that is wanted. */
public record Shorter(double share, double drawn) implements GradientWrapper {

  public Shorter() {
    this(0.5, 0);
  }

  @Override
  public String id() {
    return "shorter";
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("share", share, Interval.closed(0, 1), "of the update"),
        Hyperparameter.real("drawn", drawn, Interval.closed(0, 1), "how much is left to chance"));
  }

  @Override
  public Map<String, Double> neutral() {
    return Map.of("share", 1.0, "drawn", 0.0);
  }

  @Override
  public Shorter with(Map<String, Double> values) {
    return new Shorter(values.get("share"), values.get("drawn"));
  }

  @Override
  public GradientState start(GradientState inner, LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] shares = memory.hyperparameter("share");
    double[] chances = memory.hyperparameter("drawn");
    long[] keys = memory.randomKeys();
    return (step, lanes, weights, gradients) -> {
      inner.update(step, lanes, weights, gradients);
      for (int lane = 0; lane < lanes; lane++) {
        double luck =
            new RandomStream(RandomStream.key(keys[lane], step)).nextDouble(1 - chances[lane], 1);
        for (int p = 0; p < layout.parameters(); p++) {
          gradients[layout.row(p) + lane] *= shares[lane] * luck;
        }
      }
    };
  }
}
