package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = (1 - x²) e^(-x² / 2), the second slope of the bell, negated; f' = x (x² - 3) e^(-x² / 2).
 */
@Extension
public record MexicanHat() implements BellForm {

  /** Beyond it the value is zero. */
  private static final double FAR = 40;

  @Override
  public String id() {
    return "mexican-hat";
  }

  @Override
  public Description description() {
    return Description.of(
            "The Mexican-hat wavelet",
            "(1 - x^2) * exp(-x^2 / 2)",
            "Zhang and Benveniste, IEEE Transactions on Neural Networks 3, 1992")
        .aliases("ricker")
        .note(
            "Some libraries scale it by 2 / (sqrt(3) pi^(1/4)), so that its square integrates to 1.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(-0.44626032029685964, 1);
  }

  @Override
  public double value(double x, double bell) {
    if (Faint.is(bell)) {
      return Math.abs(x) > FAR ? 0 : Faint.bell((1 - x) * (1 + x), x);
    }
    return (1 - x) * (1 + x) * bell;
  }

  @Override
  public double slope(double x, double bell) {
    return bell == 0 ? 0 : x * Math.fma(x, x, -3) * bell;
  }
}
