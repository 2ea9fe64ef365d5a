package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = 1 from zero on, else 0; f' = 0 wherever it has a slope, and at the jump, too, where it has
 * none.
 */
@Extension
public record Heaviside() implements ActivationExtension {

  @Override
  public String id() {
    return "heaviside";
  }

  @Override
  public Description description() {
    return Description.of("The step function", "step(x)", "")
        .aliases("step")
        .note("It is 1 at zero by convention; others have 1/2 or 0.")
        .note(
            "Its slope is zero: gradients train nothing that lies before it, while "
                + "optimizers without gradients do.");
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    if (x >= 0) {
      return 1;
    }
    return x < 0 ? 0 : x;
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, 0);
  }
}
