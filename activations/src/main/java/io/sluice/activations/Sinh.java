package io.sluice.activations;

import io.sluice.math.HyperbolicSine;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = sinh x; f' = cosh x. Overflows beyond 710. */
@Extension
public record Sinh() implements ActivationExtension {

  @Override
  public String id() {
    return "sinh";
  }

  @Override
  public Description description() {
    return Description.of("The hyperbolic sine", "sinh(x)", "");
  }

  @Override
  public double value(double x) {
    return HyperbolicSine.sinh(x);
  }

  @Override
  public double slope(double x) {
    return HyperbolicSine.cosh(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    HyperbolicSine.sinhs(x, y, from, to);
  }
}
