package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x above 1/2, (x + 1/2)² / 2 from -1/2 to 1/2, else 0; f' = 1, x + 1/2, 0; smooth. */
@Extension
public record SquareSoftplus() implements ActivationExtension {

  @Override
  public String id() {
    return "sq-softplus";
  }

  @Override
  public Description description() {
    return Description.of(
            "A softplus of a parabola",
            "x if x > 0.5 else ((x + 0.5)^2 / 2 if x >= -0.5 else 0)",
            "Wuraola, Patel, Nguang, Neurocomputing 442, 2021")
        .note("Some copies print x + (x + 1/2)^2 / 2 for the middle, which would jump at 1/2.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public double value(double x) {
    double near = Math.max(x + 0.5, 0);
    return x > 0.5 ? x : 0.5 * (near * near);
  }

  @Override
  public double slope(double x) {
    return x > 0.5 ? 1 : Math.max(x + 0.5, 0);
  }
}
