package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * The hyperbolic tangent of x σ(x), with the slope by the chain rule. -0 at negative infinity, 1 at
 * infinity.
 */
@Extension
public record TanhSilu() implements ActivationExtension {

  private static final Silu SILU = new Silu();

  @Override
  public String id() {
    return "tsilu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The hyperbolic tangent of the sigmoid linear unit",
            "tanh(x * sigmoid(x))",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closedOpen(-0.2714833852324538, 1);
  }

  @Override
  public double value(double x) {
    return Hyperbolic.tanh(SILU.value(x));
  }

  @Override
  public double slope(double x) {
    return Hyperbolic.sechSquared(SILU.value(x)) * SILU.slope(x);
  }
}
