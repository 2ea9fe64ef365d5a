package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x h from zero on, else (e^x - 1) h with h = min(max((x + 1) / 2, 0), 1), that is 0 up to
 * -1, x from 1 on; f' = x + 1/2 between 0 and 1, e^x h + (e^x - 1) / 2 between -1 and 0. At the
 * kinks the slopes are those from the left: slope(-1) = 0, slope(1) = 3/2.
 */
@Extension
public final class HardElish extends OnePass {

  @Override
  public String id() {
    return "hard-elish";
  }

  @Override
  public Description description() {
    return Description.of(
        "An exponential linear unit with a gate in straight pieces",
        "(x if x >= 0 else expm1(x)) * clamp((x + 1) / 2, 0, 1)",
        "Basirat, Roth, arXiv 1808.00783");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.09967315152874262);
  }

  @Override
  public double[] kinks() {
    return new double[] {-1, 1};
  }

  @Override
  Pass pass() {
    return Pass.EXPM1;
  }

  @Override
  double argument(double x) {
    return Math.min(0, x);
  }

  @Override
  double value(double x, double expm1) {
    if (x <= -1) {
      return 0;
    }
    return x >= 1 ? x : 0.5 * (x + 1) * (x < 0 ? expm1 : x);
  }

  @Override
  double slope(double x, double expm1) {
    if (x <= -1) {
      return 0;
    }
    if (x < 0) {
      return 0.5 * Math.fma(1 + expm1, x + 1, expm1);
    }
    return x > 1 ? 1 : x + 0.5;
  }
}
