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
 * f(x) = x above zero, else a x, where a is trained, one for each unit unless the study says
 * otherwise; f' = 1 above zero, else a, so slope(0) = a. The slope by a is x below zero, else 0.
 * The preset a = 0.25 is the paper's and PyTorch's; Keras starts from 0.
 *
 * @param a the slope below zero with which training starts
 */
@Extension
public record Prelu(double a) implements ActivationExtension, TrainableActivation {

  /** The preset. */
  public Prelu() {
    this(0.25);
  }

  @Override
  public String id() {
    return "prelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier whose negative slope is trained",
            "x if x >= 0 else a * x",
            "He, Zhang, Ren, Sun, arXiv 1502.01852")
        .note("The preset 0.25 is that of the paper and PyTorch; Keras starts from 0.")
        .note("The paper trains one a for each channel, without weight decay.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.UNIT;
  }

  @Override
  public Interval range() {
    return new Corner(0, 0, a, 1).range();
  }

  @Override
  public double[] kinks() {
    return a == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.closed(-1e6, 1e6), "slope below zero, trained"));
  }

  @Override
  public Prelu with(Map<String, Double> values) {
    return new Prelu(values.get("a"));
  }

  @Override
  public List<String> trainable() {
    return List.of("a");
  }

  @Override
  public double value(double x) {
    return value(x, a);
  }

  @Override
  public double slope(double x) {
    return slope(x, a);
  }

  @Override
  public double value(double x, double[] p) {
    return value(x, p[0]);
  }

  @Override
  public double slope(double x, double[] p) {
    return slope(x, p[0]);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    return Step.defined(x, x > 0 ? 0 : x);
  }

  @Override
  public void values(double[] x, double[][] p, double[] y, int from, int to) {
    double[] slopes = p[0];
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], slopes[i]);
    }
  }

  @Override
  public void valuesAndSlopes(
      double[] x, double[][] p, double[] y, double[] slope, double[][] by, int from, int to) {
    double[] slopes = p[0];
    double[] bySlope = by[0];
    for (int i = from; i < to; i++) {
      double input = x[i];
      slope[i] = slope(input, slopes[i]);
      bySlope[i] = Step.defined(input, input > 0 ? 0 : input);
      y[i] = value(input, slopes[i]);
    }
  }

  /** At negative infinity a slope of zero gives the limit, not NaN. */
  private static double value(double x, double a) {
    return x > 0 ? x : a * (a == 0 ? Math.max(x, -Double.MAX_VALUE) : x);
  }

  private static double slope(double x, double a) {
    return Step.defined(x, x > 0 ? 1 : a);
  }
}
