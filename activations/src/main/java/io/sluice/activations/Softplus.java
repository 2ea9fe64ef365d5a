package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = ln(1 + e^x), a smooth rectifier; f' is the logistic function. */
@Extension
public record Softplus() implements ActivationExtension {

  @Override
  public String id() {
    return "softplus";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth rectifier", "softplus(x)", "Dugas, Bengio, Bélisle, Nadeau, Garcia 2001")
        .note("That is log(1 + exp(x)); PyTorch has a steepness too, whose preset 1 gives this.");
  }

  @Override
  public Interval range() {
    return Interval.POSITIVE;
  }

  @Override
  public double value(double x) {
    return Logistic.softplus(x);
  }

  @Override
  public double slope(double x) {
    return Logistic.sigmoid(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Logistic.softpluses(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Exponential.decays(x, slope, from, to);
    Logarithm.log1ps(slope, y, from, to);
    finish(x, y, slope, from, to);
  }

  /** A method of its own, or the compiler might find no room for it beside the one before. */
  private static void finish(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = Math.max(input, 0) + y[i];
      double e = slope[i];
      double above = Step.of(input);
      // The logistic function without a condition; at zero e is 1 too.
      slope[i] = (above + (1 - above) * e) / (1 + e);
    }
  }
}
