package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x (1 - e^(-e^x)), the line times the complementary log-log; with u = e^x, f' = 1 - e^-u +
 * x u e^-u. -0 at negative infinity.
 */
@Extension
public record LogLogish() implements ExpForm {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "log-logish";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of the complementary log-log",
            "-x * expm1(-exp(x))",
            "Kunc and Kléma, arXiv 2402.09092")
        .aliases("loglogish")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.31218251608651626);
  }

  @Override
  public double value(double x, double u) {
    return Math.max(x, -FAR) * -Exponential.expm1(-u);
  }

  @Override
  public double slope(double x, double u) {
    double near = Math.max(-FAR, Math.min(FAR, x));
    double fall = u > FAR ? 0 : u * Exponential.exp(-u);
    return near * fall - Exponential.expm1(-u);
  }
}
