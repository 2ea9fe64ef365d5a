package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = x² (2 - |x|) between -1 and 1, else |x|; f' = x (4 - 3 |x|), else the sign; smooth. */
@Extension
public record SoftModulusQ() implements ActivationExtension {

  @Override
  public String id() {
    return "soft-modulus-q";
  }

  @Override
  public Description description() {
    return Description.of(
            "A quadratic approximation of the absolute value",
            "x^2 * (2 - abs(x)) if abs(x) <= 1 else abs(x)",
            "Vallés-Pérez and others, arXiv 2301.05993")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public double value(double x) {
    double a = Math.abs(x);
    return a <= 1 ? x * x * (2 - a) : a;
  }

  @Override
  public double slope(double x) {
    double a = Math.abs(x);
    return a <= 1 ? x * (4 - 3 * a) : Math.signum(x);
  }
}
