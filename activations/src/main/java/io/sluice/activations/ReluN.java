package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = min(max(0, x), n), with a trained n; f' = 1 between 0 and n, else 0; at the kinks the left
 * slope. The slope by n is 1 above n, at n the mean 1/2, else 0.
 *
 * @param n the ceiling, trained
 */
@Extension
public record ReluN(double n) implements OneParameter {

  /** The preset. */
  public ReluN() {
    this(1);
  }

  @Override
  public String id() {
    return "relu-n";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rectifier with a trained ceiling",
            "min(max(0, x), n)",
            "Pishchik, 2023, Trainable activations for image classification")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.closed(0, n);
  }

  @Override
  public double[] kinks() {
    return new double[] {0, n};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("n", n, Interval.openClosed(0, 1e6), "the ceiling, trained"));
  }

  @Override
  public ReluN with(Map<String, Double> values) {
    return new ReluN(values.get("n"));
  }

  @Override
  public List<String> trainable() {
    return List.of("n");
  }

  @Override
  public double value(double x) {
    return value(x, n);
  }

  @Override
  public double slope(double x) {
    return slope(x, n);
  }

  @Override
  public double value(double x, double n) {
    return Math.min(Math.max(0, x), n);
  }

  @Override
  public double slope(double x, double n) {
    return x > 0 && x <= n ? 1 : Double.isNaN(x) ? x : 0;
  }

  @Override
  public double slopeBy(double x, double n) {
    double r = Math.max(0, x);
    return Step.defined(x, r > n ? 1 : r == n ? 0.5 : 0);
  }
}
