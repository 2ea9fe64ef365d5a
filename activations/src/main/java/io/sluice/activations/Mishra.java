package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * With s = x / (1 + |x|), f(x) = s (1 + s) / 2; f' = (1 / 2 + s) / (1 + |x|)², below zero with (1 -
 * |x|) / (2 (1 + |x|)) for the bracket.
 */
@Extension
public record Mishra() implements ActivationExtension {

  @Override
  public String id() {
    return "mishra";
  }

  @Override
  public Description description() {
    return Description.of(
            "A sigmoid with a valley",
            "x / (1 + abs(x)) * (1 + x / (1 + abs(x))) / 2",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closedOpen(-0.125, 1);
  }

  @Override
  public double value(double x) {
    double under = 1 + Math.abs(x);
    double s = Double.isInfinite(x) ? Math.signum(x) : x / under;
    return 0.5 * s * (x < 0 ? 1 / under : 1 + s);
  }

  @Override
  public double slope(double x) {
    double under = 1 + Math.abs(x);
    double s = Double.isInfinite(x) ? Math.signum(x) : x / under;
    double bracket = x < 0 ? (Double.isInfinite(x) ? -1 : (1 + x) / under) : 1 + 2 * s;
    return 0.5 * bracket / under / under;
  }
}
