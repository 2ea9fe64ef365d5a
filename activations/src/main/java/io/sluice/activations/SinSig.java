package io.sluice.activations;

import io.sluice.math.Logistic;
import io.sluice.math.Trigonometric;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x sin(π σ(x) / 2); f' = sin(π σ / 2) + x (π / 2) σ(x) σ(-x) cos(π σ / 2), the cosine as
 * sin(π σ(-x) / 2). -0 at negative infinity.
 */
@Extension
public record SinSig() implements DecayForm {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  private static final double HALF_PI = 1.5707963267948966;

  @Override
  public String id() {
    return "sin-sig";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of a sine of the sigmoid",
            "x * sin(pi / 2 * sigmoid(x))",
            "Douge and others (SinSig); Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.4291776320505466);
  }

  @Override
  public double value(double x, double e) {
    return Math.max(x, -FAR) * gate(x, e);
  }

  @Override
  public double slope(double x, double e) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    return gate(x, e) + near * (HALF_PI * e / ((1 + e) * (1 + e)) * gate(-x, e));
  }

  private static double gate(double x, double e) {
    return Trigonometric.sin(HALF_PI * Logistic.sigmoid(x, e));
  }
}
