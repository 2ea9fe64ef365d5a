package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = (x + 3) / 6, held between 0 and 1; f' = 1/6 from -3 to 3, else 0. The slopes at the kinks
 * are those from the left, slope(-3) = 0 and slope(3) = 1/6.
 */
@Extension
public record HardSigmoid() implements ActivationExtension {

  @Override
  public String id() {
    return "hard-sigmoid";
  }

  @Override
  public Description description() {
    return Description.of(
            "The logistic function in three straight pieces",
            "clamp((x + 3) / 6, 0, 1)",
            "Howard and others, arXiv 1905.02244")
        .note("JAX, PyTorch and Keras 3 agree on it; Keras 2 had clamp(0.2 * x + 0.5, 0, 1).")
        .note(
            "The slope of PyTorch 2.13 in double precision is a 1/6 of single precision, "
                + "off by 3e-8.");
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public double[] kinks() {
    return new double[] {-3, 3};
  }

  @Override
  public double value(double x) {
    return Math.max(0, Math.min(1, (x + 3) / 6));
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > -3 && x <= 3 ? 1.0 / 6 : 0);
  }
}
