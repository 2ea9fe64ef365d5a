package io.sluice.activations;

import io.sluice.math.InverseHyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/**
 * f(x) = asinh x, which grows like ln 2|x|; f' = 1 / sqrt(x² + 1), that is 1 / |x| where x² would
 * overflow. Infinite with slope 0 at the infinities.
 */
@Extension
public record Asinh() implements ActivationExtension {

  /** From here on x² + 1 is x². */
  private static final double LARGE = 0x1p27;

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
    return Math.abs(x) > LARGE ? 1 / Math.abs(x) : 1 / Math.sqrt(Math.fma(x, x, 1));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    InverseHyperbolic.asinhs(x, y, from, to);
  }
}
