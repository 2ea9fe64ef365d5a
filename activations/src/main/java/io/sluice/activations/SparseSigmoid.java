package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = (x + 1) / 2, held between 0 and 1; f' = 1/2 from -1 to 1, else 0. The slopes at the kinks
 * are those from the left, slope(-1) = 0 and slope(1) = 1/2.
 */
@Extension
public record SparseSigmoid() implements ActivationExtension {

  @Override
  public String id() {
    return "sparse-sigmoid";
  }

  @Override
  public Description description() {
    return Description.of(
            "A steep logistic function in three straight pieces", "clamp((x + 1) / 2, 0, 1)", "JAX")
        .aliases("hard-sigmoid-half")
        .note(
            "As hard-sigmoid-half it is the hard sigmoid of BinaryConnect, arXiv " + "1511.00363.");
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public double[] kinks() {
    return new double[] {-1, 1};
  }

  @Override
  public double value(double x) {
    return Math.max(0, Math.min(1, (x + 1) / 2));
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > -1 && x <= 1 ? 0.5 : 0);
  }
}
