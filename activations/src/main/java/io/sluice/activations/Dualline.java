package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a x + m above zero, else b x + m, where all three can be trained; f' = a above zero, else
 * b, so slope(0) = b. The slope by a is x above zero, that by b is x below zero, else 0; that by m
 * is 1.
 */
@Extension
public final class Dualline extends HalfLines {

  /** The preset. */
  public Dualline() {
    this(1, 0.01, -0.22);
  }

  private Dualline(double a, double b, double m) {
    super(List.of("a", "b", "m"), a, b, m);
  }

  @Override
  public String id() {
    return "dualline";
  }

  @Override
  public Description description() {
    return Description.of(
            "Two half-lines that meet above or below zero",
            "a * x + m if x >= 0 else b * x + m",
            "The package nonlinear")
        .note("The package activations-plus has m = 0.")
        .note("Parameters are fixed unless a study trains them.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        startOf(0, "slope above zero"),
        startOf(1, "slope below zero"),
        startOf(2, "what is added"));
  }

  @Override
  public Dualline with(Map<String, Double> values) {
    return new Dualline(values.get("a"), values.get("b"), values.get("m"));
  }

  @Override
  public double value(double x, double[] p) {
    return Line.at(x > 0 ? p[0] : p[1], x, p[2]);
  }

  @Override
  public double slope(double x, double[] p) {
    return Step.defined(x, x > 0 ? p[0] : p[1]);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    if (parameter == 2) {
      return Step.defined(x, 1);
    }
    return Step.defined(x, x > 0 == (parameter == 0) ? x : 0);
  }

  @Override
  Corner corner() {
    return new Corner(0, start(2), start(1), start(0));
  }
}
