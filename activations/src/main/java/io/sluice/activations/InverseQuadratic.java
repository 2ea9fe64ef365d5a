package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = 1 / (1 + (a x)²); f' = -2 a² x f(x)².
 *
 * @param a how narrow it is
 */
@Extension
public record InverseQuadratic(double a) implements ActivationExtension {

  /** The preset. */
  public InverseQuadratic() {
    this(1);
  }

  @Override
  public String id() {
    return "inverse-quadratic";
  }

  @Override
  public Description description() {
    return Description.of(
            "A bell of a quadratic",
            "1 / (1 + (a * x)^2)",
            "Ramasinghe and Lucey, arXiv 2111.15135")
        .note("The paper tunes a for each task; the preset is ours.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.openClosed(0, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "how narrow it is"));
  }

  @Override
  public InverseQuadratic with(Map<String, Double> values) {
    return new InverseQuadratic(values.get("a"));
  }

  @Override
  public double value(double x) {
    double z = a * x;
    return 1 / Math.fma(z, z, 1);
  }

  @Override
  public double slope(double x) {
    double z = a * x;
    double bell = 1 / Math.fma(z, z, 1);
    return bell == 0 ? 0 : -2 * a * (z * bell) * bell;
  }
}
