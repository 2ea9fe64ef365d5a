package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x above zero, else x / sqrt(1 + α x²); f' = 1 above zero, else 1 / sqrt(1 + α x²)³: smooth
 * at zero for every α. -1 / sqrt(α) with slope 0 at negative infinity.
 *
 * @param alpha α, where the function saturates: at -1 / sqrt(α)
 */
@Extension
public record Isrlu(double alpha) implements ActivationExtension {

  /** From here on 1 + α x² is α x². */
  private static final double LARGE = 0x1p60;

  /** The preset. */
  public Isrlu() {
    this(1);
  }

  @Override
  public String id() {
    return "isrlu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The inverse square root linear unit, a cheap elu",
            "x if x > 0 else x / sqrt(1 + alpha * x^2)",
            "Carlile, Delamarter, Kinney, Marti, Whitney, arXiv 1710.09967")
        .note("The preset alpha = 1 saturates at -1, as elu does.");
  }

  @Override
  public Interval range() {
    return alpha == 0 ? Interval.REALS : Interval.above(-1 / Math.sqrt(alpha));
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.closed(0, 1e6), "saturates at -1 / sqrt(alpha)"));
  }

  @Override
  public Isrlu with(Map<String, Double> values) {
    return new Isrlu(values.get("alpha"));
  }

  @Override
  public double value(double x) {
    if (x > 0 || alpha == 0) {
      return x;
    }
    double square = alpha * x * x;
    return square > LARGE ? -1 / Math.sqrt(alpha) : x / Math.sqrt(1 + square);
  }

  @Override
  public double slope(double x) {
    if (x > 0 || alpha == 0) {
      return x == x ? 1 : x;
    }
    double square = alpha * x * x;
    double root = square > LARGE ? -Math.sqrt(alpha) * x : Math.sqrt(1 + square);
    double inverse = 1 / root;
    return inverse * inverse * inverse;
  }
}
