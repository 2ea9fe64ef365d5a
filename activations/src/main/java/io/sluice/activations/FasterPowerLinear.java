package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else x + x² / √(1 + x²); with q = |x| / √(1 + x²), below zero f' = (1 - q)
 * (1 - q - q²), where 1 - q does not cancel. Smooth at zero; -0 at negative infinity.
 */
@Extension
public record FasterPowerLinear() implements ActivationExtension {

  @Override
  public String id() {
    return "fpflu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The faster power function linear unit",
            "x if x > 0 else x + x^2 / sqrt(1 + x^2)",
            "Zhu, Min, Wang, Zou, Chen, 2021 (PFLU and FPFLU); Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.3002831060007776);
  }

  @Override
  public double value(double x) {
    if (x > 0) {
      return x;
    }
    double r = Roots.ofSquares(x, 1);
    return Double.isInfinite(x) ? -0.0 : x / r / (r - x);
  }

  @Override
  public double slope(double x) {
    if (x > 0) {
      return 1;
    }
    double r = Roots.ofSquares(x, 1);
    double q = Double.isInfinite(x) ? 1 : -x / r;
    double rest = 1 / r / (r - x);
    return rest * Math.fma(-q, q, rest);
  }
}
