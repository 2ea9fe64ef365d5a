package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = 1 above zero, else -1; f' = 0 wherever it has a slope, and at the jump, too, where it has
 * none.
 */
@Extension
public record Sign() implements ActivationExtension {

  @Override
  public String id() {
    return "sign";
  }

  @Override
  public Description description() {
    return Description.of("The step function from -1 to 1", "1 if x > 0 else -1", "")
        .aliases("bipolar-step")
        .note(
            "It is -1 at zero, so that there are two values only; the sign of mathematics "
                + "is 0 there.")
        .note(
            "Its slope is zero: gradients train nothing that lies before it, while "
                + "optimizers without gradients do. Straight-through slopes are not taken.");
  }

  @Override
  public Interval range() {
    return Interval.closed(-1, 1);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    if (x > 0) {
      return 1;
    }
    return x <= 0 ? -1 : x;
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, 0);
  }
}
