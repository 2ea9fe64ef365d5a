package io.sluice.activations;

import io.sluice.math.InverseHyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = x asinh² x; f' = asinh² x + 2 x asinh(x) / √(1 + x²). */
@Extension
public record XAsinhSquared() implements ActivationExtension {

  @Override
  public String id() {
    return "x-asinh-squared";
  }

  @Override
  public Description description() {
    return Description.of(
            "The line times the square of its inverse hyperbolic sine",
            "x * asinh(x)^2",
            "Ramachandran, Zoph, Le, arXiv 1710.05941")
        .sourceUnread();
  }

  @Override
  public double value(double x) {
    double asinh = InverseHyperbolic.asinh(x);
    return x * (asinh * asinh);
  }

  @Override
  public double slope(double x) {
    double asinh = InverseHyperbolic.asinh(x);
    double share = Double.isInfinite(x) ? Math.signum(x) : x / Roots.ofSquares(x, 1);
    return asinh * (asinh + 2 * share);
  }
}
