package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else s x; f' = 1 above zero, else s, so slope(0) = s. The preset s = 0.01 is
 * the paper's; some libraries have 0.2 or 0.3.
 *
 * @param negativeSlope s, the slope below zero
 */
@Extension
public record LeakyRelu(double negativeSlope) implements ActivationExtension {

  /** The preset. */
  public LeakyRelu() {
    this(0.01);
  }

  @Override
  public String id() {
    return "leaky-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier that lets some of the negative side through",
            "x if x >= 0 else negative_slope * x",
            "Maas, Hannun, Ng 2013")
        .note(
            "The preset 0.01 is that of the paper, PyTorch and JAX; in Keras the function has 0.2 and"
                + " the layer 0.3.")
        .note(
            "Deeplearning4j has 0.01 in one place and 0 in another, and the package"
                + " activations-plus divides by it, which makes 100.");
  }

  @Override
  public Interval range() {
    return negativeSlope > 0 ? Interval.REALS : Interval.atLeast(0);
  }

  @Override
  public double[] kinks() {
    return negativeSlope == 1 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("negative-slope", negativeSlope, Interval.REALS, "slope below zero"));
  }

  @Override
  public LeakyRelu with(Map<String, Double> values) {
    return new LeakyRelu(values.get("negative-slope"));
  }

  @Override
  public double value(double x) {
    return value(x, negativeSlope, least(negativeSlope));
  }

  @Override
  public double slope(double x) {
    return slope(x, negativeSlope);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    double s = negativeSlope;
    double least = least(s);
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], s, least);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double s = negativeSlope;
    double least = least(s);
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = value(input, s, least);
      slope[i] = slope(input, s);
    }
  }

  /** Where x is cut off: at negative infinity a slope of zero gives the limit, not NaN. */
  private static double least(double s) {
    return s == 0 ? -Double.MAX_VALUE : Double.NEGATIVE_INFINITY;
  }

  private static double value(double x, double s, double least) {
    return Math.max(0, x) + s * Math.max(least, Math.min(0, x));
  }

  private static double slope(double x, double s) {
    double above = Step.of(x);
    return above + s * (1 - above);
  }
}
