package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = a x below 0, x up to b, a x + (1 - a) b above; at the kinks the slope is the left one.
 *
 * @param a the outer slope
 * @param b where it bends again
 */
@Extension
public record BoundedLeakyRelu(double a, double b) implements ActivationExtension {

  /** The preset. */
  public BoundedLeakyRelu() {
    this(0.01, 1);
  }

  @Override
  public String id() {
    return "bounded-leaky-relu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A leaky rectifier that bends again",
            "a * x if x <= 0 else (x if x <= b else a * (x - b) + b)",
            "Liew, Khalil-Hani, Bakhteri, Neurocomputing 216, 2016")
        .note("The paper sets b for each task; 1 is ours.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return a == 0 ? Interval.closed(0, b) : Interval.REALS;
  }

  @Override
  public double[] kinks() {
    return a == 1 ? new double[0] : new double[] {0, b};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.closed(0, 1), "the outer slope"),
        Hyperparameter.real("b", b, Interval.openClosed(0, 1e6), "where it bends again"));
  }

  @Override
  public BoundedLeakyRelu with(Map<String, Double> values) {
    return new BoundedLeakyRelu(values.get("a"), values.get("b"));
  }

  @Override
  public double value(double x) {
    return x <= 0 ? a * limited(x) : x > b ? Math.fma(a, limited(x) - b, b) : x;
  }

  @Override
  public double slope(double x) {
    return x <= 0 || x > b ? a : Double.isNaN(x) ? x : 1;
  }

  /** Where a is zero infinity has a value, too. */
  private static double limited(double x) {
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
  }
}
