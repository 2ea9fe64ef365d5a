package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = max(0, x) + b, where b is trained, one for each layer unless the study says otherwise: the
 * paper found one for each channel harder to train; f' = 1 above zero, else 0, so slope(0) = 0. The
 * slope by b is 1. The preset b = 0 is relu to begin with; its authors saw that b above zero harms.
 */
@Extension
public final class FreluBias extends Trained {

  /** The preset. */
  public FreluBias() {
    this(0);
  }

  private FreluBias(double b) {
    super(List.of("b"), b);
  }

  @Override
  public String id() {
    return "frelu-bias";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier whose height is trained",
            "max(0, x) + b",
            "Qiu, Xu, Cai, arXiv 1706.08098")
        .note(
            "The two-dimensional FReLU of the paper on funnel activations is another "
                + "function.")
        .note(
            "The paper trains one b for each layer, and so does Sluice unless told "
                + "otherwise.");
  }

  @Override
  public Sharing sharing() {
    return Sharing.LAYER;
  }

  @Override
  public Interval range() {
    return Interval.atLeast(start(0));
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(startOf(0, "what is added"));
  }

  @Override
  public FreluBias with(Map<String, Double> values) {
    return new FreluBias(values.get("b"));
  }

  @Override
  public double value(double x, double[] p) {
    return Math.max(0, x) + p[0];
  }

  @Override
  public double slope(double x, double[] p) {
    return Step.defined(x, x > 0 ? 1 : 0);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    return Step.defined(x, 1);
  }
}
