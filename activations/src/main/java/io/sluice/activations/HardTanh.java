package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x, held between -1 and 1; f' = 1 between them, else 0. The slopes at the kinks are those
 * from the left, slope(-1) = 0 and slope(1) = 1.
 */
@Extension
public record HardTanh() implements ActivationExtension {

  @Override
  public String id() {
    return "hard-tanh";
  }

  @Override
  public Description description() {
    return Description.of("The hyperbolic tangent in three straight pieces", "clamp(x, -1, 1)", "")
        .note("At 1 the slope is the one from the left, 1; in PyTorch it is 0.");
  }

  @Override
  public Interval range() {
    return Interval.closed(-1, 1);
  }

  @Override
  public double[] kinks() {
    return new double[] {-1, 1};
  }

  @Override
  public double value(double x) {
    return Math.max(-1, Math.min(1, x));
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > -1 && x <= 1 ? 1 : 0);
  }
}
