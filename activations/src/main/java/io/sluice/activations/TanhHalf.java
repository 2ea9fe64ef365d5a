package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = tanh(x / 2) = 2 / (1 + e^-x) - 1, the form that Andrey Dik's articles call the hyperbolic
 * tangent; f' = sech²(x / 2) / 2.
 */
@Extension
public record TanhHalf() implements ActivationExtension {

  @Override
  public String id() {
    return "tanh-half";
  }

  @Override
  public Description description() {
    return Description.of(
            "The hyperbolic tangent of half the input",
            "tanh(x / 2)",
            "Andrey Dik, articles on ADAM and ADAMm")
        .aliases("bipolar-sigmoid")
        .note("It is 2 / (1 + exp(-x)) - 1, the logistic function brought between -1 and 1.");
  }

  @Override
  public Interval range() {
    return Interval.open(-1, 1);
  }

  @Override
  public double value(double x) {
    return Hyperbolic.tanh(0.5 * x);
  }

  @Override
  public double slope(double x) {
    return 0.5 * Hyperbolic.sechSquared(0.5 * x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = 0.5 * x[i];
    }
    Hyperbolic.tanhs(y, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = 0.5 * x[i];
    }
    Hyperbolic.tanhsAndSlopes(y, y, slope, from, to);
    for (int i = from; i < to; i++) {
      slope[i] *= 0.5;
    }
  }
}
