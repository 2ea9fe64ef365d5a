package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.StochasticActivation;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else x (l + (u - l) d), the randomized leaky rectifier, where training draws
 * d uniformly from (0, 1) and evaluation takes the mean slope (l + u) / 2; f' = 1 above zero, else
 * the slope drawn or (l + u) / 2, which slope(0) is, too. The presets 1/8 and 1/3 are PyTorch's.
 * The paper divides by a draw from 3 to 8, and by their mean when it evaluates, which makes 1 / 5.5
 * instead of 11/48.
 *
 * @param lower l, the lowest slope below zero that training draws
 * @param upper u, the highest
 */
@Extension
public record Rrelu(double lower, double upper)
    implements ActivationExtension, StochasticActivation {

  /** The preset. */
  public Rrelu() {
    this(1.0 / 8, 1.0 / 3);
  }

  @Override
  public String id() {
    return "rrelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier whose negative slope is drawn at random in training, and is evaluated with"
                + " the mean of the draws",
            "x if x >= 0 else x * (l + u) / 2",
            "Xu, Wang, Chen, Li, arXiv 1505.00853")
        .note(
            "The formula is that of evaluation; training draws the negative slope uniformly from l"
                + " to u, for each unit and example.")
        .note(
            "With the presets the negative slope is 11/48, as in PyTorch; the paper divides"
                + " by the mean of 3 and 8, which makes 2/11.");
  }

  @Override
  public Interval range() {
    return new Corner(0, 0, mean(), 1).range();
  }

  @Override
  public double[] kinks() {
    return new Corner(0, 0, mean(), 1).kinks();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "l", lower, Interval.closed(-1e6, 1e6), "lowest slope below zero that is drawn"),
        Hyperparameter.real(
            "u", upper, Interval.closed(-1e6, 1e6), "highest slope below zero that is drawn"));
  }

  @Override
  public Rrelu with(Map<String, Double> values) {
    return new Rrelu(values.get("l"), values.get("u"));
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : Line.at(mean(), x);
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 ? 1 : mean());
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = value(x[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = value(input);
      slope[i] = slope(input);
    }
  }

  @Override
  public Draw draw() {
    return Draw.UNIFORM;
  }

  @Override
  public double value(double x, double draw) {
    return x > 0 ? x : Line.at(drawn(draw), x);
  }

  @Override
  public double slope(double x, double draw) {
    return Step.defined(x, x > 0 ? 1 : drawn(draw));
  }

  @Override
  public void valuesAndSlopes(
      double[] x, double[] draws, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = value(input, draws[i]);
      slope[i] = slope(input, draws[i]);
    }
  }

  private double drawn(double draw) {
    return lower + (upper - lower) * draw;
  }

  private double mean() {
    return (lower + upper) / 2;
  }
}
