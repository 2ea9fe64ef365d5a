package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = 1 / √((x - p)² + q²); f' = -(x - p) f(x)³. 0 at the infinities; nothing overflows.
 *
 * @param p where the centre is
 * @param q how wide it is
 */
@Extension
public record InverseMultiquadratic(double p, double q) implements ActivationExtension {

  /** The preset. */
  public InverseMultiquadratic() {
    this(0, 1);
  }

  @Override
  public String id() {
    return "inverse-multiquadratic";
  }

  @Override
  public Description description() {
    return Description.of(
        "A bell with heavy tails",
        "1 / sqrt((x - p)^2 + q^2)",
        "Hardy, Journal of Geophysical Research 76, 1971");
  }

  @Override
  public Interval range() {
    return Interval.openClosed(0, 1 / q);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("p", p, Interval.closed(-1e6, 1e6), "where the centre is"),
        Hyperparameter.real("q", q, Interval.openClosed(0, 1e6), "how wide it is"));
  }

  @Override
  public InverseMultiquadratic with(Map<String, Double> values) {
    return new InverseMultiquadratic(values.get("p"), values.get("q"));
  }

  @Override
  public double value(double x) {
    return 1 / Roots.ofSquares(x - p, q);
  }

  @Override
  public double slope(double x) {
    double distance = x - p;
    double root = Roots.ofSquares(distance, q);
    return Double.isInfinite(root) ? Double.isNaN(x) ? x : 0 : -(distance / root) / root / root;
  }
}
