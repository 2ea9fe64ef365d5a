package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = e^x, its own slope. 0 at negative infinity, infinite from x = 709.79 on. */
@Extension
public record Exp() implements ActivationExtension {

  @Override
  public String id() {
    return "exponential";
  }

  @Override
  public Description description() {
    return Description.of("The exponential function", "exp(x)", "");
  }

  @Override
  public Interval range() {
    return Interval.POSITIVE;
  }

  @Override
  public double value(double x) {
    return Exponential.exp(x);
  }

  @Override
  public double slope(double x) {
    return Exponential.exp(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Exponential.exps(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Exponential.exps(x, y, from, to);
    System.arraycopy(y, from, slope, from, to - from);
  }
}
