package io.sluice.activations;

import io.sluice.math.InverseTrigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x (1/2 + arctan(x) / π), the line times the distribution of Cauchy. Below zero the bracket
 * is arctan(1 / |x|) / π, which does not cancel; f' is the bracket and x / (π (1 + x²)), below -10
 * by a series in 1 / x. -1 / π at negative infinity.
 */
@Extension
public record CauchyLinear() implements ActivationExtension {

  private static final double INVERSE_PI = 0.3183098861837907;
  private static final double HUGE = 1e300;

  /** (arctan t - t / (1 + t²)) / t³ in t². */
  private static final double[] SERIES = {
    2 / 3.0, -4 / 5.0, 6 / 7.0, -8 / 9.0, 10 / 11.0, -12 / 13.0, 14 / 15.0, -16 / 17.0
  };

  @Override
  public String id() {
    return "calu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of the Cauchy distribution",
            "x * (0.5 + atan(x) / pi)",
            "Kunc and Kléma, arXiv 2402.09092")
        .aliases("atlu")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.above(-INVERSE_PI);
  }

  @Override
  public double value(double x) {
    double near = Math.max(x, -HUGE);
    return near < 0
        ? near * (InverseTrigonometric.atan(-1 / near) * INVERSE_PI)
        : x * (0.5 + InverseTrigonometric.atan(x) * INVERSE_PI);
  }

  @Override
  public double slope(double x) {
    if (x < -10) {
      double inverse = -1 / x;
      double square = inverse * inverse;
      return inverse * square * INVERSE_PI * Polynomial.value(SERIES, square);
    }
    double gate =
        x < 0
            ? InverseTrigonometric.atan(-1 / x) * INVERSE_PI
            : 0.5 + InverseTrigonometric.atan(x) * INVERSE_PI;
    double a = Math.abs(x);
    double bump = a > 1 ? 1 / (x + 1 / x) : x / Math.fma(x, x, 1);
    return gate + bump * INVERSE_PI;
  }
}
