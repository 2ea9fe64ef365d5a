package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else 0.01 x - x = -0.99 x; f' = 1 above zero, else -0.99, so slope(0) =
 * -0.99.
 */
@Extension
public record MQrelu() implements ActivationExtension {

  @Override
  public String id() {
    return "m-qrelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "Nearly the absolute value",
            "x if x > 0 else 0.01 * x - x",
            "Parisi, Neagu, Ma, Campean, arXiv 2010.08031")
        .note("It is abslu with a = 0.99.");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : -0.99 * x;
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 ? 1 : -0.99);
  }
}
