package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = (1 + x / 2)² / 2 from -2 to zero, 1 - (1 - x / 2)² / 2 up to 2, else 0 and 1: sqnl moved
 * to run from 0 to 1; f' = (1 - |x| / 2) / 2; smooth.
 */
@Extension
public record LogSquare() implements ActivationExtension {

  @Override
  public String id() {
    return "log-sqnl";
  }

  @Override
  public Description description() {
    return Description.of(
            "A sigmoid of parabolas",
            "0 if x < -2 else ((1 + x / 2)^2 / 2 if x < 0 else (1 - (1 - x / 2)^2 / 2 if x <= 2 else 1))",
            "Wuraola and Patel, 2018 (SQNL); Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public double value(double x) {
    double rest = Math.max(0, 1 - 0.5 * Math.abs(x));
    double tail = 0.5 * (rest * rest);
    return x < 0 ? tail : 1 - tail;
  }

  @Override
  public double slope(double x) {
    return 0.5 * Math.max(0, 1 - 0.5 * Math.abs(x));
  }
}
