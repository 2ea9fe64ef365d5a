package io.sluice.activations;

import io.sluice.math.InverseHyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = asinh x = ln(x + √(x² + 1)); f' = 1 / √(x² + 1). Unbounded, but of slow growth. */
@Extension
public record Asinh() implements ActivationExtension {

  @Override
  public String id() {
    return "asinh";
  }

  @Override
  public Description description() {
    return Description.of("The inverse hyperbolic sine", "asinh(x)", "");
  }

  @Override
  public double value(double x) {
    return InverseHyperbolic.asinh(x);
  }

  @Override
  public double slope(double x) {
    return 1 / Roots.ofSquares(x, 1);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    InverseHyperbolic.asinhs(x, y, from, to);
  }
}
