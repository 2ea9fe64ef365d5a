package io.sluice.activations;

import io.sluice.math.Trigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = min(x, sin x), so sin x above zero and x below; f' = cos x above, 1 below, smooth at zero.
 * NaN at infinity.
 */
@Extension
public record MinSin() implements ActivationExtension {

  @Override
  public String id() {
    return "min-sin";
  }

  @Override
  public Description description() {
    return Description.of(
            "The lesser of x and its sine",
            "min(x, sin(x))",
            "Ramachandran, Zoph, Le, arXiv 1710.05941")
        .aliases("minsin")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return new Interval(Double.NEGATIVE_INFINITY, 1, false, true);
  }

  @Override
  public double value(double x) {
    return x > 0 ? Trigonometric.sin(x) : x;
  }

  @Override
  public double slope(double x) {
    return x > 0 ? Trigonometric.cos(x) : Double.isNaN(x) ? x : 1;
  }
}
