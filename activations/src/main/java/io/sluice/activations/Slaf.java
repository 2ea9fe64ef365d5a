package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = c0 + c1 x + c2 x², with trained coefficients; f' = c1 + 2 c2 x; the slopes by the
 * coefficients are 1, x and x². Summed in two numbers, so that zeros keep their last places.
 */
@Extension
public final class Slaf extends Trained {

  /** The preset. */
  public Slaf() {
    this(0, 1, 0.5);
  }

  private Slaf(double c0, double c1, double c2) {
    super(List.of("c0", "c1", "c2"), c0, c1, c2);
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
        startOf(0, "the constant, trained"),
        startOf(1, "the coefficient of x, trained"),
        startOf(2, "the coefficient of x², trained"));
  }

  @Override
  public Slaf with(Map<String, Double> values) {
    return new Slaf(values.get("c0"), values.get("c1"), values.get("c2"));
  }

  @Override
  public Interval range() {
    double c0 = start(0);
    double c1 = start(1);
    double c2 = start(2);
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
    return Step.defined(x, parameter == 0 ? 1 : parameter == 1 ? x : x * x);
  }
}
