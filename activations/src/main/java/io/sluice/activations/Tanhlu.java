package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a tanh(c x) + b x, where all three can be trained; f' = a c sech²(c x) + b. The slopes by
 * a, b and c are tanh(c x), x and a x sech²(c x).
 */
@Extension
public final class Tanhlu extends Trained {

  /** The preset. */
  public Tanhlu() {
    this(1, 0.1, 1);
  }

  private Tanhlu(double a, double b, double c) {
    super(List.of("a", "b", "c"), a, b, c);
  }

  @Override
  public String id() {
    return "tanhlu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A hyperbolic tangent upon a line, all of which can be trained",
            "a * tanh(c * x) + b * x",
            "Shen and others 2022, Enhancement of neural networks with an alternative activation"
                + " function tanhLU")
        .note(
            "Where a c and b differ in sign the two terms cancel in places, and relative "
                + "accuracy is lost there.")
        .note("Parameters are fixed unless a study trains them.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    if (start(1) != 0) {
      return Interval.REALS;
    }
    double most = start(2) == 0 ? 0 : Math.abs(start(0));
    return most == 0 ? Interval.closed(0, 0) : Interval.open(-most, most);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        startOf(0, "weight of the hyperbolic tangent"),
        startOf(1, "slope of the line"),
        startOf(2, "steepness of the hyperbolic tangent"));
  }

  @Override
  public Tanhlu with(Map<String, Double> values) {
    return new Tanhlu(values.get("a"), values.get("b"), values.get("c"));
  }

  @Override
  public double value(double x, double[] p) {
    return sum(x, p[0], Hyperbolic.tanh(p[2] * x), p[1]);
  }

  @Override
  public double slope(double x, double[] p) {
    return slope(p[0], p[1], p[2], Hyperbolic.sechSquared(p[2] * x));
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    if (parameter == 0) {
      return Hyperbolic.tanh(p[2] * x);
    }
    return parameter == 1 ? x : byC(x, p[0], Hyperbolic.sechSquared(p[2] * x));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    double c = start(2);
    for (int i = from; i < to; i++) {
      y[i] = c * x[i];
    }
    Hyperbolic.tanhs(y, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = sum(x[i], start(0), y[i], start(1));
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double c = start(2);
    for (int i = from; i < to; i++) {
      y[i] = c * x[i];
    }
    Hyperbolic.tanhsAndSlopes(y, y, slope, from, to);
    for (int i = from; i < to; i++) {
      y[i] = sum(x[i], start(0), y[i], start(1));
      slope[i] = slope(start(0), start(1), c, slope[i]);
    }
  }

  @Override
  public void valuesAndSlopes(
      double[] x, double[][] p, double[] y, double[] slope, double[][] by, int from, int to) {
    double[] byA = by[0];
    for (int i = from; i < to; i++) {
      byA[i] = p[2][i] * x[i];
    }
    Hyperbolic.tanhsAndSlopes(byA, byA, slope, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double a = p[0][i];
      double b = p[1][i];
      by[1][i] = input;
      by[2][i] = byC(input, a, slope[i]);
      slope[i] = slope(a, b, p[2][i], slope[i]);
      y[i] = sum(input, a, byA[i], b);
    }
  }

  private static double sum(double x, double a, double tangent, double b) {
    return Line.at(b, x, a * tangent);
  }

  private static double slope(double a, double b, double c, double sechSquared) {
    return a * c * sechSquared + b;
  }

  private static double byC(double x, double a, double sechSquared) {
    return a * (x * sechSquared);
  }
}
