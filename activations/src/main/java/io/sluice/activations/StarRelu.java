package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = s max(0, x)² + b, where s and b are trained, one of each for a layer unless the study says
 * otherwise; f' = 2 s max(0, x), without a kink. The slopes by s and b are max(0, x)² and 1.
 *
 * <p>With the presets normal inputs give outputs of mean 0 and variance 1: max(0, x)² has mean 1/2
 * and variance 5/4, so that s = 2 / √5 and b = -1 / √5, to four digits as in the paper.
 */
@Extension
public final class StarRelu extends Trained {

  /** The preset. */
  public StarRelu() {
    this(0.8944, -0.4472);
  }

  private StarRelu(double s, double b) {
    super(List.of("s", "b"), s, b);
  }

  @Override
  public String id() {
    return "star-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The square of a rectifier, scaled and shifted to mean 0 and variance 1",
            "s * max(0, x)^2 + b",
            "Yu, Si, Zhou, Luo, Zhou, Feng, Yan, Wang, arXiv 2210.13452")
        .note("The presets are the paper's; its program starts from s = 1 and b = 0.")
        .note("Its slope has no bound: large sums explode.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.LAYER;
  }

  @Override
  public Interval range() {
    double s = start(0);
    double b = start(1);
    return new Interval(
        s < 0 ? Double.NEGATIVE_INFINITY : b, s > 0 ? Double.POSITIVE_INFINITY : b, true, true);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(startOf(0, "scale"), startOf(1, "what is added"));
  }

  @Override
  public StarRelu with(Map<String, Double> values) {
    return new StarRelu(values.get("s"), values.get("b"));
  }

  @Override
  public double value(double x, double[] p) {
    double positive = Math.min(Math.max(0, x), Double.MAX_VALUE);
    double line = p[0] * positive;
    double sum = Math.fma(line, positive, p[1]);
    // What rounding s x lost counts where the two terms cancel.
    return Double.isInfinite(sum) ? sum : sum + Math.fma(p[0], positive, -line) * positive;
  }

  @Override
  public double slope(double x, double[] p) {
    return 2 * Line.at(p[0], Math.max(0, x));
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    double positive = Math.max(0, x);
    return Step.defined(x, parameter == 0 ? positive * positive : 1);
  }
}
