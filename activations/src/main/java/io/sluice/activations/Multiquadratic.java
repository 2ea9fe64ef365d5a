package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = √((x - p)² + q²); f' = (x - p) / f(x). -1 and 1 at the infinities; nothing overflows.
 *
 * @param p where the centre is
 * @param q how wide it is
 */
@Extension
public record Multiquadratic(double p, double q) implements ActivationExtension {

  /** The preset. */
  public Multiquadratic() {
    this(0, 1);
  }

  @Override
  public String id() {
    return "multiquadratic";
  }

  @Override
  public Description description() {
    return Description.of(
        "A rounded absolute value",
        "sqrt((x - p)^2 + q^2)",
        "Hardy, Journal of Geophysical Research 76, 1971");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(q);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("p", p, Interval.closed(-1e6, 1e6), "where the centre is"),
        Hyperparameter.real("q", q, Interval.openClosed(0, 1e6), "how wide it is"));
  }

  @Override
  public Multiquadratic with(Map<String, Double> values) {
    return new Multiquadratic(values.get("p"), values.get("q"));
  }

  @Override
  public double value(double x) {
    return Roots.ofSquares(x - p, q);
  }

  @Override
  public double slope(double x) {
    double distance = x - p;
    return Double.isInfinite(distance) ? Math.signum(distance) : distance / value(x);
  }
}
