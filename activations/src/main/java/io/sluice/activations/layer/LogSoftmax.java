package io.sluice.activations.layer;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f_i = x_i - ln Σ e^(x_j), with the largest x taken off first, so that nothing overflows. */
@Extension
public final class LogSoftmax extends Blocks {

  @Override
  public String id() {
    return "log-softmax";
  }

  @Override
  public Description description() {
    return Description.of(
            "The logarithm of softmax, accurate where that is near 0",
            "x_i - log(sum of exp(x_j))",
            "Common knowledge")
        .note("The losses of Sluice take logits and need no log-softmax before them.");
  }

  @Override
  public Interval range() {
    return new Interval(Double.NEGATIVE_INFINITY, 0, false, true);
  }

  @Override
  public void values(int inputs, int examples, int lanes, double[] x, double[] y, double[] work) {
    Shares.shift(1, inputs, examples, lanes, x, y);
    Exponential.exps(y, work, 0, inputs * examples * lanes);
    for (int example = 0; example < examples; example++) {
      int from = example * inputs * lanes;
      for (int lane = from; lane < from + lanes; lane++) {
        int to = lane + inputs * lanes;
        double sum = 0;
        for (int i = lane; i < to; i += lanes) {
          sum += work[i];
        }
        double log = Logarithm.log(sum);
        for (int i = lane; i < to; i += lanes) {
          y[i] -= log;
        }
      }
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
    Exponential.exps(y, result, 0, inputs * examples * lanes);
    for (int example = 0; example < examples; example++) {
      int from = example * inputs * lanes;
      for (int lane = from; lane < from + lanes; lane++) {
        int to = lane + inputs * lanes;
        double sum = 0;
        for (int i = lane; i < to; i += lanes) {
          sum += errors[i];
        }
        for (int i = lane; i < to; i += lanes) {
          result[i] = errors[i] - result[i] * sum;
        }
      }
    }
  }
}
