package io.sluice.activations;

import io.sluice.math.Logarithm;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = ln(1 + β max(0, x)); f' = β / (1 + β x) above zero, else 0, so slope(0) = 0. It overflows
 * with β x.
 *
 * @param beta β, the slope just above zero
 */
@Extension
public record Nlrelu(double beta) implements ActivationExtension {

  /** The preset. */
  public Nlrelu() {
    this(1);
  }

  @Override
  public String id() {
    return "nlrelu";
  }

  @Override
  public Description description() {
    return Description.of(
        "The logarithm of a rectifier", "log(1 + beta * max(0, x))", "arXiv 1908.03682");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(0);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("beta", beta, Interval.openClosed(0, 1e6), "slope just above zero"));
  }

  @Override
  public Nlrelu with(Map<String, Double> values) {
    return new Nlrelu(values.get("beta"));
  }

  @Override
  public double value(double x) {
    return Logarithm.log1p(beta * Math.max(0, x));
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 ? beta / (1 + beta * x) : 0);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = beta * Math.max(0, x[i]);
    }
    Logarithm.log1ps(y, y, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    slopes(x, slope, from, to);
    values(x, y, from, to);
  }

  private void slopes(double[] x, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      slope[i] = slope(x[i]);
    }
  }
}
