package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f(x) = x + (sqrt(x² + 1) - 1) / 2, computed as x (1 + x / (2 (1 + sqrt(x² + 1)))), in which
 * nothing cancels; f' = 1 + x / (2 sqrt(x² + 1)), from 1/2 at negative infinity to 3/2 at infinity.
 */
@Extension
public record BentIdentity() implements ActivationExtension {

  /** From here on x² + 1 is x². */
  private static final double LARGE = 0x1p27;

  @Override
  public String id() {
    return "bent-identity";
  }

  @Override
  public Description description() {
    return Description.of(
            "A line that bends from slope 1/2 to slope 3/2", "x + (sqrt(x^2 + 1) - 1) / 2", "")
        .note("The square root minus one loses all places near zero; Sluice keeps them.");
  }

  @Override
  public double value(double x) {
    return Double.isInfinite(x) ? x : x * (1 + 0.5 * (x / (1 + root(x))));
  }

  @Override
  public double slope(double x) {
    return Double.isInfinite(x) ? (x < 0 ? 0.5 : 1.5) : 1 + 0.5 * (x / root(x));
  }

  private static double root(double x) {
    return Math.abs(x) > LARGE ? Math.abs(x) : Math.sqrt(Math.fma(x, x, 1));
  }
}
