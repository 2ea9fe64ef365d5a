package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import org.pf4j.Extension;

/** f(x) = x, the linear unit; f' = 1. */
@Extension
public record Identity() implements ActivationExtension {

  @Override
  public String id() {
    return "identity";
  }

  @Override
  public Description description() {
    return Description.of("The linear unit", "x", "").aliases("linear", "purelin");
  }

  @Override
  public double value(double x) {
    return x;
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, 1);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    System.arraycopy(x, from, y, from, to - from);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = input;
      slope[i] = slope(input);
    }
  }
}
