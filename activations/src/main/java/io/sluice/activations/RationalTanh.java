package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a sgn(y) (1 - 1 / (1 + |y| + y² + c y⁴)) with y = 2 x / 3, an approximation of lecun- tanh
 * without an exponential. With n = |y| + y² + c y⁴ it is a n / (1 + n), where nothing cancels; f' =
 * (2 / 3) a (1 + 2 |y| + 4 c |y|³) / (1 + n)².
 *
 * @param a the value far out
 * @param c the weight of the fourth power
 */
@Extension
public record RationalTanh(double a, double c) implements ActivationExtension {

  /** Beyond it the slope is zero; it stands for infinity, so that nothing overflows. */
  private static final double FAR = 1e75;

  /** The preset. */
  public RationalTanh() {
    this(1.7159, 1.41645);
  }

  @Override
  public String id() {
    return "rational-tanh";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rational approximation of lecun-tanh",
            "a * sign(x) * (1 - 1 / (1 + abs(2 * x / 3) + (2 * x / 3)^2 + c * (2 * x / " + "3)^4))",
            "Kalinovskii, Spitsyn, arXiv 1508.01292")
        .note(
            "It approximates a tanh(2 x / 3) to a few percent, but saturates as a power and"
                + " not as an exponential.");
  }

  @Override
  public Interval range() {
    return Interval.open(-a, a);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "the value far out"),
        Hyperparameter.real("c", c, Interval.closed(1e-6, 1e6), "weight of the fourth power"));
  }

  @Override
  public RationalTanh with(Map<String, Double> values) {
    return new RationalTanh(values.get("a"), values.get("c"));
  }

  @Override
  public double value(double x) {
    double n = sum(scaled(x));
    return Math.copySign(a * (n / (1 + n)), x);
  }

  @Override
  public double slope(double x) {
    double y = scaled(x);
    double onePlus = 1 + sum(y);
    return 2 * a / 3 * ((1 + y * (2 + 4 * c * y * y)) / onePlus / onePlus);
  }

  private static double scaled(double x) {
    return Math.min(Math.abs(2 * x / 3), FAR);
  }

  private double sum(double y) {
    double square = y * y;
    return y + (square + c * square * square);
  }
}
