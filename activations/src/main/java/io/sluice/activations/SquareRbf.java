package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = 1 - x² / 2 up to |x| = 1, (2 - |x|)² / 2 up to 2, else 0; f' = -x, (|x| - 2) sgn x, 0;
 * smooth.
 */
@Extension
public record SquareRbf() implements ActivationExtension {

  @Override
  public String id() {
    return "sq-rbf";
  }

  @Override
  public Description description() {
    return Description.of(
            "A bell of parabolas",
            "1 - x^2 / 2 if abs(x) <= 1 else ((2 - abs(x))^2 / 2 if abs(x) < 2 else 0)",
            "Wuraola, Patel, Nguang, Neurocomputing 442, 2021")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(0, 1);
  }

  @Override
  public double value(double x) {
    double a = Math.abs(x);
    double rest = 2 - a;
    return a <= 1 ? 1 - 0.5 * (x * x) : a < 2 ? 0.5 * (rest * rest) : Double.isNaN(x) ? x : 0;
  }

  @Override
  public double slope(double x) {
    double a = Math.abs(x);
    return Step.defined(x, a <= 1 ? -x : a < 2 ? (a - 2) * Math.signum(x) : 0);
  }
}
