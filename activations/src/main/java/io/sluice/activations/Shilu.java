package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a max(0, x) + b, where both can be trained; f' = a above zero, else 0, so slope(0) = 0.
 * The slope by a is max(0, x), that by b is 1.
 */
@Extension
public final class Shilu extends HalfLines {

  /** The preset. */
  public Shilu() {
    this(1, 0);
  }

  private Shilu(double a, double b) {
    super(List.of("a", "b"), a, b);
  }

  @Override
  public String id() {
    return "shilu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier, scaled and shifted",
            "a * max(0, x) + b",
            "Pishchik 2023, Trainable activations for image classification")
        .note("Parameters are fixed unless a study trains them.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(startOf(0, "slope above zero"), startOf(1, "what is added"));
  }

  @Override
  public Shilu with(Map<String, Double> values) {
    return new Shilu(values.get("a"), values.get("b"));
  }

  @Override
  public double value(double x, double[] p) {
    return Line.at(p[0], Math.max(0, x), p[1]);
  }

  @Override
  public double slope(double x, double[] p) {
    return Step.defined(x, x > 0 ? p[0] : 0);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    return Step.defined(x, parameter == 0 ? Math.max(0, x) : 1);
  }

  @Override
  Corner corner() {
    return new Corner(0, start(1), 0, start(0));
  }
}
