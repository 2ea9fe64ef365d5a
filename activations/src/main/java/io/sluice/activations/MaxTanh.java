package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = max(x, tanh x), so x above zero and tanh x below; f' = 1 above, sech² x below, smooth at
 * zero.
 */
@Extension
public record MaxTanh() implements ActivationExtension {

  @Override
  public String id() {
    return "max-tanh";
  }

  @Override
  public Description description() {
    return Description.of(
            "The greater of x and its hyperbolic tangent",
            "max(x, tanh(x))",
            "Ramachandran, Zoph, Le, arXiv 1710.05941")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.above(-1);
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : Hyperbolic.tanh(x);
  }

  @Override
  public double slope(double x) {
    return x > 0 ? 1 : Hyperbolic.sechSquared(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Hyperbolic.tanhs(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = x[i] > 0 ? x[i] : y[i];
    }
  }
}
