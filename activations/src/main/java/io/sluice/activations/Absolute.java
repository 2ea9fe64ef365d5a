package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = |x|; f' = 1 above zero, else -1, so slope(0) = -1, the slope from the left. */
@Extension
public record Absolute() implements ActivationExtension {

  @Override
  public String id() {
    return "abs";
  }

  @Override
  public Description description() {
    return Description.of("The absolute value", "abs(x)", "")
        .aliases("modulus", "v-relu")
        .note(
            "Libraries have the slope 0 at zero; here it is -1, from the left, as at every "
                + "kink.");
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
    return Math.abs(x);
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 ? 1 : -1);
  }
}
