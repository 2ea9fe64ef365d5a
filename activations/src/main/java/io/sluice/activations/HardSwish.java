package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x min(max(x + 3, 0), 6) / 6, that is 0 up to -3, x from 3 on; f' = 0, 1 and (2 x + 3) / 6
 * between. At the kinks the slopes are those from the left: slope(-3) = 0, slope(3) = 3/2.
 */
@Extension
public record HardSwish() implements ActivationExtension {

  @Override
  public String id() {
    return "hard-swish";
  }

  @Override
  public Description description() {
    return Description.of(
            "The sigmoid linear unit in straight pieces and a parabola",
            "x * clamp(x + 3, 0, 6) / 6",
            "Howard et al., arXiv 1905.02244")
        .aliases("hard-silu");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.375);
  }

  @Override
  public double[] kinks() {
    return new double[] {-3, 3};
  }

  @Override
  public double value(double x) {
    double middle = Math.max(-3, Math.min(3, x));
    double above = Step.of(x - 3);
    return above * Math.max(0, x) + (1 - above) * (middle * (middle + 3) / 6);
  }

  @Override
  public double slope(double x) {
    double middle = Math.max(-3, Math.min(3, x));
    double above = Step.of(x - 3);
    return above + (1 - above) * (Step.of(x + 3) * ((2 * middle + 3) / 6));
  }
}
