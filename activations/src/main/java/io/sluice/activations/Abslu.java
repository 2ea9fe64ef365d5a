package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else a |x|; f' = 1 above zero, else -a, so slope(0) = -a. It is leaky- relu
 * with the sign of its negative slope turned.
 *
 * @param a how steeply it rises to the left
 */
@Extension
public record Abslu(double a) implements ActivationExtension {

  /** The preset. */
  public Abslu() {
    this(0.01);
  }

  @Override
  public String id() {
    return "abslu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier that rises to the left, too", "x if x >= 0 else a * abs(x)", "")
        .note("For a above zero it is not monotone: its slope is negative to the left.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return new Corner(0, 0, -a, 1).range();
  }

  @Override
  public double[] kinks() {
    return new Corner(0, 0, -a, 1).kinks();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "a", a, Interval.closed(-1e6, 1e6), "how steeply it rises to the left"));
  }

  @Override
  public Abslu with(Map<String, Double> values) {
    return new Abslu(values.get("a"));
  }

  @Override
  public double value(double x) {
    return x > 0 ? x : Line.at(-a, x);
  }

  @Override
  public double slope(double x) {
    return Step.defined(x, x > 0 ? 1 : -a);
  }
}
