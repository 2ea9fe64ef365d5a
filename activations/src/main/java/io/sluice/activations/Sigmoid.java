package io.sluice.activations;

import io.sluice.math.Logistic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = 1 / (1 + e^-x), the logistic function; f' = e / (1 + e)² with e = e^-|x|, which stays
 * above zero until it underflows.
 */
@Extension
public record Sigmoid() implements ActivationExtension {

  @Override
  public String id() {
    return "sigmoid";
  }

  @Override
  public Description description() {
    return Description.of("The logistic function", "1 / (1 + exp(-x))", "")
        .aliases("logistic", "logsig")
        .note(
            "Libraries that take the slope from the output lose it far out: PyTorch 2.13 and JAX"
                + " 0.10 are off by 0.1 % at 30.");
  }

  @Override
  public Interval range() {
    return Interval.open(0, 1);
  }

  @Override
  public double value(double x) {
    return Logistic.sigmoid(x);
  }

  @Override
  public double slope(double x) {
    return Logistic.sigmoidSlope(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    Logistic.sigmoids(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Logistic.sigmoidsAndSlopes(x, y, slope, from, to);
  }
}
