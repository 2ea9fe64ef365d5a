package io.sluice.activations.layer;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f_i = e^(x_i) / Σ e^(x_j), with the largest x taken off first, so that nothing overflows. */
@Extension
public final class Softmax extends Shares {

  @Override
  public String id() {
    return "softmax";
  }

  @Override
  public Description description() {
    return Description.of(
            "Shares of the whole by exponentials: positive numbers whose sum is 1",
            "exp(x_i) / sum of exp(x_j)",
            "Bridle 1990")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public void values(int inputs, int examples, int lanes, double[] x, double[] y, double[] work) {
    shift(1, inputs, examples, lanes, x, y);
    Exponential.exps(y, y, 0, inputs * examples * lanes);
    divideBySums(inputs, examples, lanes, y);
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
    pullBack(1, inputs, examples, lanes, y, errors, result);
  }
}
