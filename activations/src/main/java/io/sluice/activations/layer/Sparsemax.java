package io.sluice.activations.layer;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f_i = max(0, x_i - t), with t so that the sum is 1: the nearest point to x among the shares of a
 * whole. t is found by leaving out the numbers at most t until none is left out (Michelot 1986); a
 * number whose share is 0 has the slope 0, also at the kink.
 */
@Extension
public final class Sparsemax extends Blocks {

  @Override
  public String id() {
    return "sparsemax";
  }

  @Override
  public Description description() {
    return Description.of(
        "Shares of the whole, of which most may be 0: the nearest such point",
        "max(0, x_i - t), with t such that the sum is 1",
        "Martins, Astudillo, arXiv 1602.02068");
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public void values(int inputs, int examples, int lanes, double[] x, double[] y, double[] work) {
    Shares.shift(1, inputs, examples, lanes, x, y);
    for (int example = 0; example < examples; example++) {
      int from = example * inputs * lanes;
      for (int lane = from; lane < from + lanes; lane++) {
        project(y, lane, lane + inputs * lanes, lanes);
      }
    }
  }

  /** Of numbers whose largest is 0, those at most -1 have no share; t lies from -1 to 0. */
  private static void project(double[] y, int from, int to, int stride) {
    double threshold = -1;
    int left = Integer.MAX_VALUE;
    while (true) {
      double sum = 0;
      int count = 0;
      for (int i = from; i < to; i += stride) {
        if (!(y[i] <= threshold)) {
          sum += y[i];
          count++;
        }
      }
      if (count >= left) {
        break;
      }
      left = count;
      threshold = (sum - 1) / count;
    }
    for (int i = from; i < to; i += stride) {
      y[i] = Math.max(0, y[i] - threshold);
    }
  }

  @Override
  public void pullBacks(
      int inputs,
      int examples,
      int lanes,
      double[] x,
      double[] y,
      double[] errors,
      double[] result,
      double[] work) {
    for (int example = 0; example < examples; example++) {
      int from = example * inputs * lanes;
      for (int lane = from; lane < from + lanes; lane++) {
        int to = lane + inputs * lanes;
        double sum = 0;
        int count = 0;
        for (int i = lane; i < to; i += lanes) {
          if (!(y[i] <= 0)) {
            sum += errors[i];
            count++;
          }
        }
        for (int i = lane; i < to; i += lanes) {
          double slope = errors[i] - sum / count;
          result[i] = y[i] <= 0 ? 0 : y[i] == y[i] ? slope : y[i];
        }
      }
    }
  }
}
