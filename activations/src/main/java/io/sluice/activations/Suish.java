package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = max(x, x e^-|x|), so x above zero and x e^x below; f' = 1 above, (1 + x) e^x below, smooth
 * at zero. -0 at negative infinity.
 */
@Extension
public record Suish() implements DecayForm {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "suish";
  }

  @Override
  public Description description() {
    return Description.of(
            "The greater of x and x e^-|x|",
            "max(x, x * exp(-abs(x)))",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.36787944117144233);
  }

  @Override
  public double value(double x, double e) {
    return x < 0 ? Math.max(x, -FAR) * e : x;
  }

  @Override
  public double slope(double x, double e) {
    return x < 0 ? (1 + Math.max(x, -FAR)) * e : Double.isNaN(x) ? x : 1;
  }
}
