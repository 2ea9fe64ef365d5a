package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x min(2, max(0, x + 2)) / 2; f' = 0 below -2, x + 1 up to zero, 1 above. The kink is at
 * -2, where the slope is the left one, 0.
 */
@Extension
public record HardMish() implements ActivationExtension {

  @Override
  public String id() {
    return "hard-mish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A piecewise approximation of mish",
            "x * clamp(x + 2, 0, 2) / 2",
            "Wightman, timm, hard_mish; Misra, H-Mish")
        .aliases("h-mish", "sq-reu")
        .note(
            "The rectified exponential unit of parabolas, SQ-REU (Wuraola, Patel, Nguang,"
                + " Neurocomputing 442, 2021), is the same function.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.5);
  }

  @Override
  public double[] kinks() {
    return new double[] {-2};
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : 0.5 * Math.max(x, -2) * (Math.max(x, -2) + 2);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : x <= -2 ? 0 : x + 1;
  }
}
