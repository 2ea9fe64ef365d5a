package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.LogOdds;
import io.sluice.math.Logistic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/** f(x) = ln σ(x) = -ln(1 + e^-x); f' = σ(-x). Both come from e^-|x|. */
@Extension
public record LogSigmoid() implements ActivationExtension {

  @Override
  public String id() {
    return "log-sigmoid";
  }

  @Override
  public Description description() {
    return Description.of("The logarithm of the logistic function", "-softplus(-x)", "");
  }

  @Override
  public Interval range() {
    return Interval.open(Double.NEGATIVE_INFINITY, 0);
  }

  @Override
  public double value(double x) {
    return LogOdds.logSigmoid(x);
  }

  @Override
  public double slope(double x) {
    return Logistic.sigmoid(-x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    LogOdds.logSigmoids(x, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    Exponential.decays(x, slope, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double e = slope[i];
      y[i] = -Logistic.softplus(-input, e);
      slope[i] = Logistic.sigmoid(-input, e);
    }
  }
}
