package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x - x |x| / 4 from -2 to 2, beyond them -1 and 1; f' = 1 - |x| / 2 between them, else 0,
 * without a kink.
 */
@Extension
public record Sqnl() implements ActivationExtension {

  @Override
  public String id() {
    return "sqnl";
  }

  @Override
  public Description description() {
    return Description.of(
            "A sigmoid in two parabolas",
            "x - x * abs(x) / 4 if abs(x) < 2 else sign(x)",
            "Wuraola, Patel 2018, SQNL: a new computationally efficient activation function")
        .note(
            "Beyond -2 and 2 its slope is exactly zero: a unit whose sums lie there is " + "dead.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(-1, 1);
  }

  @Override
  public double value(double x) {
    return Math.abs(x) < 2 ? x * (1 - 0.25 * Math.abs(x)) : Math.max(-1, Math.min(1, x));
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, Math.abs(x) < 2 ? 1 - 0.5 * Math.abs(x) : 0);
  }
}
