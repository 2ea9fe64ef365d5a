package io.sluice.activations;

import io.sluice.math.HyperbolicSine;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f(x) = sinh(x) / 3 above zero, else x³ / 4; f' = cosh(x) / 3 above, else 3 x² / 4, so slope(0) =
 * 0, the left one.
 */
@Extension
public record HyperSinh() implements ActivationExtension {

  @Override
  public String id() {
    return "hyper-sinh";
  }

  @Override
  public Description description() {
    return Description.of(
            "A hyperbolic sine beside a cube",
            "sinh(x) / 3 if x > 0 else x^3 / 4",
            "Parisi, Ma, RaviChandran, Lanzillotta, 2021 (hyper-sinh)")
        .sourceUnread();
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    return x > 0 ? HyperbolicSine.sinh(x) / 3 : 0.25 * (x * x * x);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? HyperbolicSine.cosh(x) / 3 : 0.75 * (x * x);
  }
}
