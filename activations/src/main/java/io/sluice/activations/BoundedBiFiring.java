package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = min(b, g(x)) with g(x) = x² / (2 a) up to |x| = a, else |x| - a / 2; f' is that of g where
 * g is below b, else 0, which is also the slope at the kinks.
 *
 * @param a where the parabola ends
 * @param b the ceiling
 */
@Extension
public record BoundedBiFiring(double a, double b) implements ActivationExtension {

  /** The preset. */
  public BoundedBiFiring() {
    this(1, 3);
  }

  @Override
  public String id() {
    return "bounded-bi-firing";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rounded absolute value with a ceiling",
            "min(b, (x^2 / (2 * a) if abs(x) <= a else abs(x) - a / 2))",
            "Liew, Khalil-Hani, Bakhteri, Neurocomputing 216, 2016")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(0, b);
  }

  @Override
  public double[] kinks() {
    return new double[] {-ceiling(), ceiling()};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "where the parabola ends"),
        Hyperparameter.real("b", b, Interval.openClosed(0, 1e6), "the ceiling"));
  }

  @Override
  public BoundedBiFiring with(Map<String, Double> values) {
    return new BoundedBiFiring(values.get("a"), values.get("b"));
  }

  @Override
  public double value(double x) {
    double distance = Math.abs(x);
    double open = distance <= a ? x * (x / (2 * a)) : distance - 0.5 * a;
    return Math.min(b, open);
  }

  @Override
  public double slope(double x) {
    double distance = Math.abs(x);
    return distance < ceiling()
        ? (distance <= a ? x / a : Math.signum(x))
        : Double.isNaN(x) ? x : 0;
  }

  /** From this distance on it is b. */
  private double ceiling() {
    return b > 0.5 * a ? b + 0.5 * a : Math.sqrt(2 * a * b);
  }
}
