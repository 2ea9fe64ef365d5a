package io.sluice.optimizers.wrapper;

import io.sluice.sdk.GradientWrapperExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import org.pf4j.Extension;

/**
 * Only updates that go against the gradient at hand are made: {@code u ← u a / max(mean(a), 0.001)}
 * with a = 1 where {@code u g < 0}, else 0, and the mean over the group of weights.
 */
@Extension
public record Cautious() implements GradientWrapperExtension {

  private static final double LEAST_SHARE = 0.001;

  @Override
  public String id() {
    return "cautious";
  }

  @Override
  public Description description() {
    return Description.of(
            "Makes only the updates that go against the gradient at hand",
            "a = 1 where u g < 0, else 0;  u ← u a / max(mean(a), 0.001)",
            "Liang, Chen, Liu & Liu 2024, arXiv 2411.16085")
        .note("The mean is over a group: a matrix, its biases, the arguments of a function.");
  }

  @Override
  public GradientState start(GradientState inner, LaneMemory memory) {
    BlockLayout layout = memory.layout();
    int[] groups = memory.groups();
    double[] given = layout.newBlock();
    return (step, lanes, weights, gradients) -> {
      System.arraycopy(gradients, 0, given, 0, given.length);
      inner.update(step, lanes, weights, gradients);
      for (int group = 0; group + 1 < groups.length; group++) {
        for (int lane = 0; lane < lanes; lane++) {
          keepAgreeing(gradients, given, layout, groups[group], groups[group + 1], lane);
        }
      }
    };
  }

  private static void keepAgreeing(
      double[] updates, double[] gradients, BlockLayout layout, int from, int to, int lane) {
    int agreeing = 0;
    for (int p = from; p < to; p++) {
      int i = layout.row(p) + lane;
      agreeing += updates[i] * gradients[i] < 0 ? 1 : 0;
    }
    double factor = 1 / Math.max((double) agreeing / (to - from), LEAST_SHARE);
    for (int p = from; p < to; p++) {
      int i = layout.row(p) + lane;
      updates[i] = updates[i] * gradients[i] < 0 ? updates[i] * factor : 0;
    }
  }
}
