package io.sluice.optimizers.wrapper;

import io.sluice.sdk.GradientWrapperExtension;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.Description;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;
import org.pf4j.Extension;

/**
 * Takes off the gradient of each row of a matrix its mean: {@code g_ij ← g_ij − mean_j g_ij}, where
 * j goes over the inputs of unit i. Biases, arguments of functions and matrices of one input, whose
 * gradients would become 0, are left alone.
 */
@Extension
public record GradientCentralization() implements GradientWrapperExtension {

  @Override
  public String id() {
    return "gradient-centralization";
  }

  @Override
  public Description description() {
    return Description.of(
            "Takes off the gradient of each unit's weights their mean",
            "g ← g − mean(g over the inputs of a unit)",
            "Yong, Huang, Hua & Zhang 2020, arXiv 2004.01461")
        .aliases("centralize")
        .note("Only matrices of two inputs or more are changed, so on a function it does nothing.");
  }

  @Override
  public GradientState start(GradientState inner, LaneMemory memory) {
    BlockLayout layout = memory.layout();
    int[] groups = memory.groups();
    int[] columns = memory.columns();
    return (step, lanes, weights, gradients) -> {
      for (int group = 0; group < columns.length; group++) {
        int width = columns[group];
        for (int first = groups[group]; width > 1 && first < groups[group + 1]; first += width) {
          centre(gradients, layout.row(first), width, layout.stride(), lanes);
        }
      }
      inner.update(step, lanes, weights, gradients);
    };
  }

  private static void centre(double[] gradients, int from, int width, int stride, int lanes) {
    for (int lane = 0; lane < lanes; lane++) {
      double sum = 0;
      for (int column = 0; column < width; column++) {
        sum += gradients[from + column * stride + lane];
      }
      double mean = sum / width;
      for (int column = 0; column < width; column++) {
        gradients[from + column * stride + lane] -= mean;
      }
    }
  }
}
