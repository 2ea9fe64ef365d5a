package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x + x² / 32 above zero, x + x² / 2 from -2 to zero, else 0; f' = 1 + x / 16, 1 + x, 0. The
 * kink is at -2, where the slope taken is the left one, 0.
 */
@Extension
public record Squish() implements ActivationExtension {

  @Override
  public String id() {
    return "squish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of two parabolas",
            "x + x^2 / 32 if x > 0 else (x + x^2 / 2 if x >= -2 else 0)",
            "Wuraola, Patel, Nguang, Neurocomputing 442, 2021")
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
    double near = Math.max(x, -2);
    return x > 0 ? x * (1 + 0.03125 * x) : near * (1 + 0.5 * near);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 + 0.0625 * x : x <= -2 ? 0 : 1 + x;
  }
}
