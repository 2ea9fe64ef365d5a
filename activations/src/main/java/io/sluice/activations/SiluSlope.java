package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = σ(x) (1 + x σ(-x)), the slope of silu; with e = e^-|x|, f' = e / (1 + e)² (2 - |x| (1 - e)
 * / (1 + e)). 0 and 1 at the infinities, -0 at the lower one.
 */
@Extension
public record SiluSlope() implements DecayForm {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  @Override
  public String id() {
    return "dsilu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The slope of the sigmoid linear unit",
            "sigmoid(x) * (1 + x * sigmoid(-x))",
            "Elfwing, Uchibe, Doya, arXiv 1702.03118")
        .note("Near its zero, -1.278, where terms cancel, a value is right to an absolute 1e-16.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(-0.09983932012886691, 1.099839320128867);
  }

  @Override
  public double value(double x, double e) {
    double over = x < 0 ? e * (1 + Math.max(x, -FAR) + e) : 1 + e + Math.min(x, FAR) * e;
    return over / ((1 + e) * (1 + e));
  }

  @Override
  public double slope(double x, double e) {
    double near = Math.min(Math.abs(x), FAR);
    return e / ((1 + e) * (1 + e)) * (2 - near * (1 - e) / (1 + e));
  }
}
