package io.sluice.activations.layer;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f = max(0, x) of all units, and then max(0, -x) of all: twice as many go on as come in. Both
 * slopes are 0 at x = 0.
 */
@Extension
public final class Crelu extends Blocks {

  @Override
  public String id() {
    return "crelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "Rectifiers of every unit and of its negative, so that nothing is lost",
            "relu(x), then relu(-x)",
            "Shang, Sohn, Almeida, Lee, arXiv 1603.05201")
        .aliases("concatenated-relu")
        .note("It passes on twice as many numbers as come in, so the width of its layer is even.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public int outputs(int inputs) {
    return 2 * inputs;
  }

  @Override
  public int inputs(int outputs) {
    if (outputs < 2 || outputs % 2 != 0) {
      throw new IllegalArgumentException(
          "crelu passes on two numbers for each unit, so an even number, not " + outputs);
    }
    return outputs / 2;
  }

  @Override
  public void values(int inputs, int examples, int lanes, double[] x, double[] y, double[] work) {
    int length = inputs * lanes;
    for (int example = 0; example < examples; example++) {
      int from = example * length;
      int to = 2 * from;
      for (int i = 0; i < length; i++) {
        y[to + i] = Math.max(0, x[from + i]);
        y[to + length + i] = Math.max(0, -x[from + i]);
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
    int length = inputs * lanes;
    for (int example = 0; example < examples; example++) {
      int from = example * length;
      int at = 2 * from;
      for (int i = 0; i < length; i++) {
        double input = x[from + i];
        double upper = input > 0 ? errors[at + i] : input == 0 ? 0 : input;
        result[from + i] = input < 0 ? -errors[at + length + i] : upper;
      }
    }
  }
}
