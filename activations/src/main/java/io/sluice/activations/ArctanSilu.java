package io.sluice.activations;

import io.sluice.math.InverseTrigonometric;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * The arctangent of x σ(x), with the slope by the chain rule. -0 at negative infinity,
 * 1.5707963267948966 at infinity.
 */
@Extension
public record ArctanSilu() implements ActivationExtension {

  private static final Silu SILU = new Silu();

  @Override
  public String id() {
    return "asilu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The arctangent of the sigmoid linear unit",
            "atan(x * sigmoid(x))",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closedOpen(-0.27158430714064885, 1.5707963267948966);
  }

  @Override
  public double value(double x) {
    return InverseTrigonometric.atan(SILU.value(x));
  }

  @Override
  public double slope(double x) {
    double silu = SILU.value(x);
    return SILU.slope(x) / Math.fma(silu, silu, 1);
  }
}
