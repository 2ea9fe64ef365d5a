package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x (1 + x / √(1 + x²)) / 2; with r = √(1 + x²), below zero the bracket is 1 / (r (r +
 * |x|)), which does not cancel; f' = (1 + (x / r) (1 + 1 / r²)) / 2. -0 at negative infinity.
 */
@Extension
public record PowerLinear() implements ActivationExtension {

  @Override
  public String id() {
    return "pflu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The power function linear unit",
            "0.5 * x * (1 + x / sqrt(1 + x^2))",
            "Zhu, Min, Wang, Zou, Chen, 2021 (PFLU and FPFLU); Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.1501415530003888);
  }

  @Override
  public double value(double x) {
    if (Double.isInfinite(x)) {
      return x < 0 ? -0.0 : x;
    }
    double r = Roots.ofSquares(x, 1);
    return x < 0 ? 0.5 * (x / r / (r - x)) : 0.5 * x * (1 + x / r);
  }

  @Override
  public double slope(double x) {
    if (Double.isInfinite(x)) {
      return x < 0 ? 0 : 1;
    }
    double r = Roots.ofSquares(x, 1);
    double inverse = 1 / r;
    return x < 0
        ? 0.5 * ((inverse + x) / (r - x) * inverse * inverse)
        : 0.5 * (1 + x / r * (1 + inverse * inverse));
  }
}
