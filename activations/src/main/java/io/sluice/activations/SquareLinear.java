package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x above zero, x + x² / 4 from -2 to zero, else -1; f' = 1, 1 + x / 2, 0; smooth. */
@Extension
public record SquareLinear() implements ActivationExtension {

  @Override
  public String id() {
    return "sqlu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A linear unit that saturates along a parabola",
            "x if x > 0 else (x + x^2 / 4 if x >= -2 else -1)",
            "Wuraola, Patel, Nguang, Neurocomputing 442, 2021")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-1);
  }

  @Override
  public double value(double x) {
    double near = Math.max(x, -2);
    return x > 0 ? x : near * (1 + 0.25 * near);
  }

  @Override
  public double slope(double x) {
    double near = Math.max(x, -2);
    return x > 0 ? 1 : 1 + 0.5 * near;
  }
}
