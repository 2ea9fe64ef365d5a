package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x / √(1 + α x²); f' = (1 + α x²)^(-3/2). For |x| above 1 both come from 1 / x, so x²
 * cannot overflow.
 *
 * @param alpha α, how early it saturates: at 1 / √α
 */
@Extension
public record Isru(double alpha) implements ActivationExtension {

  /** The preset. */
  public Isru() {
    this(1);
  }

  @Override
  public String id() {
    return "isru";
  }

  @Override
  public Description description() {
    return Description.of(
        "The inverse square root unit",
        "x / sqrt(1 + alpha * x^2)",
        "Carlile, Delamarter, Kinney, Marti, Whitney, arXiv 1710.09967");
  }

  @Override
  public Interval range() {
    return Interval.open(-1 / Math.sqrt(alpha), 1 / Math.sqrt(alpha));
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha",
            alpha,
            Interval.closed(1e-6, 1e6),
            "how early it saturates, at 1 / sqrt(alpha)"));
  }

  @Override
  public Isru with(Map<String, Double> values) {
    return new Isru(values.get("alpha"));
  }

  @Override
  public double value(double x) {
    return Math.abs(x) > 1 ? Math.copySign(1 / root(1 / x), x) : x / Math.sqrt(1 + alpha * x * x);
  }

  @Override
  public double slope(double x) {
    double ratio =
        Math.abs(x) > 1 ? Math.abs(1 / x) / root(1 / x) : 1 / Math.sqrt(1 + alpha * x * x);
    return ratio * ratio * ratio;
  }

  /** √(α + s²) with s = 1 / x. */
  private double root(double s) {
    return Math.sqrt(alpha + s * s);
  }
}
