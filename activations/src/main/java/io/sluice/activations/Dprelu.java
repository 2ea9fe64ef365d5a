package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a x above zero, else b x, where a and b can be trained; f' = a above zero, else b, so
 * slope(0) = b. The slope by a is x above zero, that by b is x below zero, else 0.
 */
@Extension
public final class Dprelu extends HalfLines {

  /** The preset. */
  public Dprelu() {
    this(1, 0.01);
  }

  private Dprelu(double a, double b) {
    super(List.of("a", "b"), a, b);
  }

  @Override
  public String id() {
    return "dprelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier both slopes of which can be trained",
            "a * x if x >= 0 else b * x",
            "The package nonlinear")
        .note("Parameters are fixed unless a study trains them.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(startOf(0, "slope above zero"), startOf(1, "slope below zero"));
  }

  @Override
  public Dprelu with(Map<String, Double> values) {
    return new Dprelu(values.get("a"), values.get("b"));
  }

  @Override
  public double value(double x, double[] p) {
    return Line.at(x > 0 ? p[0] : p[1], x);
  }

  @Override
  public double slope(double x, double[] p) {
    return Step.defined(x, x > 0 ? p[0] : p[1]);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    return Step.defined(x, x > 0 == (parameter == 0) ? x : 0);
  }

  @Override
  Corner corner() {
    return new Corner(0, 0, start(1), start(0));
  }
}
