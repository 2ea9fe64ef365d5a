package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a x above zero, else 0.01 a x, with a trained a; f' = a above, else 0.01 a, so slope(0) =
 * 0.01 a; the slope by a is x above, else 0.01 x.
 *
 * @param a the scale, trained
 */
@Extension
public record Lelelu(double a) implements OneParameter {

  /** The preset. */
  public Lelelu() {
    this(1);
  }

  @Override
  public String id() {
    return "lelelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A leaky rectifier of trained scale",
            "a * x if x > 0 else 0.01 * a * x",
            "Maniatopoulos and Mitianoudis, Information 12, 2021")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return a == 0 ? Interval.closed(0, 0) : Interval.REALS;
  }

  @Override
  public double[] kinks() {
    return a == 0 ? new double[0] : new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.closed(-1e6, 1e6), "the scale, trained"));
  }

  @Override
  public Lelelu with(Map<String, Double> values) {
    return new Lelelu(values.get("a"));
  }

  @Override
  public List<String> trainable() {
    return List.of("a");
  }

  @Override
  public double value(double x) {
    return value(x, a);
  }

  @Override
  public double slope(double x) {
    return slope(x, a);
  }

  @Override
  public double value(double x, double a) {
    return x > 0 ? a * x : 0.01 * a * x;
  }

  @Override
  public double slope(double x, double a) {
    return Step.defined(x, x > 0 ? a : 0.01 * a);
  }

  @Override
  public double slopeBy(double x, double a) {
    return x > 0 ? x : 0.01 * x;
  }
}
