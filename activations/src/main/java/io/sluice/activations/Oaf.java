package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = max(0, x) + x σ(x); f' is that of silu, and 1 above zero; slope(0) = 1/2, the left one. -0
 * at negative infinity.
 */
@Extension
public record Oaf() implements ActivationExtension {

  private static final Silu SILU = new Silu();

  @Override
  public String id() {
    return "oaf";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with a sigmoid linear unit",
            "max(0, x) + x * sigmoid(x)",
            "Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return SILU.range();
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    return Math.max(0, x) + SILU.value(x);
  }

  @Override
  public double slope(double x) {
    return (x > 0 ? 1 : 0) + SILU.slope(x);
  }
}
