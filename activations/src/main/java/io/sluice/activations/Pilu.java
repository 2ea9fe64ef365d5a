package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a x + c (1 - a) from c on, else b x + c (1 - b), where all three can be trained; f' = a
 * above c, else b, so slope(c) = b. The slope by a is x - c above c, that by b is x - c below c,
 * else 0; that by c is 1 - a above c and 1 - b below it. For x = c the latter is the mean of both.
 */
@Extension
public final class Pilu extends HalfLines {

  /** The preset. */
  public Pilu() {
    this(1, 0.01, 0);
  }

  private Pilu(double a, double b, double c) {
    super(List.of("a", "b", "c"), a, b, c);
  }

  @Override
  public String id() {
    return "pilu";
  }

  @Override
  public Description description() {
    return Description.of(
            "Two half-lines that meet on the diagonal",
            "a * x + c * (1 - a) if x >= c else b * x + c * (1 - b)",
            "The package nonlinear")
        .note("Parameters are fixed unless a study trains them.")
        .note("Near its zeros the value is accurate to the last place of its terms, not of itself.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        startOf(0, "slope above c"),
        startOf(1, "slope below c"),
        startOf(2, "where the half-lines meet, and the value there"));
  }

  @Override
  public Pilu with(Map<String, Double> values) {
    return new Pilu(values.get("a"), values.get("b"), values.get("c"));
  }

  @Override
  public double value(double x, double[] p) {
    double slope = slope(x, p);
    return Line.at(slope, x, p[2] * (1 - slope));
  }

  @Override
  public double slope(double x, double[] p) {
    return Step.defined(x, x > p[2] ? p[0] : p[1]);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    if (parameter == 2) {
      return Step.defined(x, x == p[2] ? 1 - 0.5 * (p[0] + p[1]) : 1 - slope(x, p));
    }
    return Step.defined(x, x > p[2] == (parameter == 0) ? x - p[2] : 0);
  }

  @Override
  Corner corner() {
    return new Corner(start(2), start(2), start(1), start(0));
  }
}
