package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = max(0, tanh x); f' = sech² x above zero, else 0, so slope(0) = 0. */
@Extension
public record RectifiedTanh() implements ActivationExtension {

  @Override
  public String id() {
    return "rectified-tanh";
  }

  @Override
  public Description description() {
    return Description.of(
        "A hyperbolic tangent without its negative side", "max(0, tanh(x))", "Deeplearning4j");
  }

  @Override
  public Interval range() {
    return Interval.closedOpen(0, 1);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public double value(double x) {
    return Math.max(0, Hyperbolic.tanh(x));
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 ? Hyperbolic.sechSquared(x) : 0);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Hyperbolic.tanhs(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = Math.max(0, y[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Hyperbolic.tanhsAndSlopes(x, y, slope, from, to);
    for (int i = from; i < to; i++) {
      slope[i] = Step.defined(y[i], y[i] > 0 ? slope[i] : 0);
      y[i] = Math.max(0, y[i]);
    }
  }
}
