package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x times the distribution of Laplace, 1 - e^-x / 2 above zero and e^x / 2 below; f' = 1 +
 * (x - 1) e^-x / 2 above, (1 + x) e^x / 2 below, smooth at zero. -0 at negative infinity.
 */
@Extension
public record LaplaceLinear() implements DecayForm {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "lalu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gate of the Laplace distribution",
            "x * (1 - exp(-x) / 2) if x > 0 else x * exp(x) / 2",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.18393972058572117);
  }

  @Override
  public double value(double x, double e) {
    return x < 0 ? 0.5 * Math.max(x, -FAR) * e : x * (1 - 0.5 * e);
  }

  @Override
  public double slope(double x, double e) {
    return x < 0 ? 0.5 * e * (1 + Math.max(x, -FAR)) : 1 + 0.5 * e * (Math.min(x, FAR) - 1);
  }
}
