package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = c0 + c1 x + c2 x², with trained coefficients; f' = c1 + 2 c2 x; the slopes by the
 * coefficients are 1, x and x². Summed in two numbers, so that zeros keep their last places.
 *
 * @param c0 the constant, trained
 * @param c1 the coefficient of x, trained
 * @param c2 the coefficient of x², trained
 */
@Extension
public record Slaf(double c0, double c1, double c2)
    implements ActivationExtension, TrainableActivation {

  /** The preset. */
  public Slaf() {
    this(0, 1, 0.5);
  }

  @Override
  public String id() {
    return "slaf";
  }

  @Override
  public Description description() {
    return Description.of(
            "A parabola with trained coefficients",
            "c0 + c1 * x + c2 * x^2",
            "Goyal, Goyal, Lall, arXiv 1906.09529")
        .note("The paper allows any basis; this is the powers up to the second.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("c0", c0, Interval.closed(-1e6, 1e6), "the constant, trained"),
        Hyperparameter.real("c1", c1, Interval.closed(-1e6, 1e6), "the coefficient of x, trained"),
        Hyperparameter.real(
            "c2", c2, Interval.closed(-1e6, 1e6), "the coefficient of x², trained"));
  }

  @Override
  public Slaf with(Map<String, Double> values) {
    return new Slaf(values.get("c0"), values.get("c1"), values.get("c2"));
  }

  @Override
  public List<String> trainable() {
    return List.of("c0", "c1", "c2");
  }

  @Override
  public Interval range() {
    if (c2 == 0) {
      return c1 == 0 ? Interval.closed(c0, c0) : Interval.REALS;
    }
    double vertex = c0 - c1 * (c1 / (4 * c2));
    return c2 > 0
        ? Interval.atLeast(vertex)
        : new Interval(Double.NEGATIVE_INFINITY, vertex, false, true);
  }

  @Override
  public double value(double x, double[] p) {
    return Polynomial.value(p, x);
  }

  @Override
  public double slope(double x, double[] p) {
    return Polynomial.slope(p, 0, p.length, x);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    return parameter == 0 ? 1 : parameter == 1 ? x : x * x;
  }

  @Override
  public double value(double x) {
    return value(x, coefficients());
  }

  @Override
  public double slope(double x) {
    return slope(x, coefficients());
  }

  private double[] coefficients() {
    return new double[] {c0, c1, c2};
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    double[] coefficients = coefficients();
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], coefficients);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double[] coefficients = coefficients();
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = value(input, coefficients);
      slope[i] = slope(input, coefficients);
    }
  }
}
