package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x² / (2 a) up to |x| = a, else |x| - a / 2; f' = x / a, else the sign; smooth.
 *
 * @param a where the parabola ends
 */
@Extension
public record BiFiring(double a) implements ActivationExtension {

  /** The preset. */
  public BiFiring() {
    this(1);
  }

  @Override
  public String id() {
    return "bi-firing";
  }

  @Override
  public Description description() {
    return Description.of(
            "A rounded absolute value",
            "x^2 / (2 * a) if abs(x) <= a else abs(x) - a / 2",
            "Li, Ng, Yeung, Chan, 2014 (bi-firing); Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "where the parabola ends"));
  }

  @Override
  public BiFiring with(Map<String, Double> values) {
    return new BiFiring(values.get("a"));
  }

  @Override
  public double value(double x) {
    double distance = Math.abs(x);
    return distance <= a ? x * (x / (2 * a)) : distance - 0.5 * a;
  }

  @Override
  public double slope(double x) {
    return Math.abs(x) <= a ? x / a : Math.signum(x);
  }
}
