package io.sluice.activations;

import io.sluice.math.InverseTrigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x (1/2 + arctan(x) / π), the line times the distribution of Cauchy. Below zero the bracket
 * is arctan(1 / |x|) / π, which does not cancel; f' is the bracket and x / (π (1 + x²)), below -2
 * by Euler's series of positive terms, arctan t - t / (1 + t²) = t / (1 + t²) (2 / 3 u + 2 4 / (3
 * 5) u² + ...) with u = t² / (1 + t²) and t = 1 / |x|. -1 / π at negative infinity.
 */
@Extension
public record CauchyLinear() implements ActivationExtension {

  private static final double INVERSE_PI = 0.3183098861837907;
  private static final double HUGE = 1e300;

  /** From here on down the two terms of the slope cancel. */
  private static final double CANCELS = -2;

  /** 2 / 3, 2 4 / (3 5) and so on: as many as it takes for u = 1 / 5. */
  private static final double[] SERIES = series(27);

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
    if (x < CANCELS) {
      double inverse = -1 / x;
      double square = inverse * inverse;
      double share = square / (1 + square);
      return INVERSE_PI * (inverse / (1 + square)) * share * Polynomial.value(SERIES, share);
    }
    double gate =
        x < 0
            ? InverseTrigonometric.atan(-1 / x) * INVERSE_PI
            : 0.5 + InverseTrigonometric.atan(x) * INVERSE_PI;
    double a = Math.abs(x);
    double bump = a > 1 ? 1 / (x + 1 / x) : x / Math.fma(x, x, 1);
    return gate + bump * INVERSE_PI;
  }

  private static double[] series(int terms) {
    double[] series = new double[terms];
    double product = 1;
    for (int k = 0; k < terms; k++) {
      product *= (2 * k + 2) / (2 * k + 3.0);
      series[k] = product;
    }
    return series;
  }
}
