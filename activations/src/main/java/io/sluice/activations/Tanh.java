package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = tanh x; f' = sech² x, computed from x. */
@Extension
public record Tanh() implements ActivationExtension {

  @Override
  public String id() {
    return "tanh";
  }

  @Override
  public Description description() {
    return Description.of("The hyperbolic tangent", "tanh(x)", "")
        .note(
            "Libraries that take the slope from the output lose it far out: PyTorch 2.13 and JAX"
                + " 0.10 have 0 at 30, where it is 3.5e-26.");
  }

  @Override
  public Interval range() {
    return Interval.open(-1, 1);
  }

  @Override
  public double value(double x) {
    return Hyperbolic.tanh(x);
  }

  @Override
  public double slope(double x) {
    return Hyperbolic.sechSquared(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Hyperbolic.tanhs(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Hyperbolic.tanhsAndSlopes(x, y, slope, from, to);
  }
}
