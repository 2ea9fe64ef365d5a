package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = e^(-|x| / a); f' = -sgn(x) f(x) / a. At the kink slope(0) = 1 / a, the left one.
 *
 * @param a how wide it is
 */
@Extension
public record Laplacian(double a) implements ActivationExtension {

  /** The preset. */
  public Laplacian() {
    this(1);
  }

  @Override
  public String id() {
    return "laplacian";
  }

  @Override
  public Description description() {
    return Description.of(
            "The bell of Laplace", "exp(-abs(x) / a)", "Ramasinghe and Lucey, arXiv 2111.15135")
        .note("The paper tunes a for each task; the preset is ours.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.openClosed(0, 1);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(Hyperparameter.real("a", a, Interval.openClosed(0, 1e6), "how wide it is"));
  }

  @Override
  public Laplacian with(Map<String, Double> values) {
    return new Laplacian(values.get("a"));
  }

  @Override
  public double value(double x) {
    double z = Math.abs(x) / a;
    double rest = Double.isInfinite(z) ? 0 : Math.fma(-z, a, Math.abs(x)) / a;
    return Exponential.decay(z) * (1 - rest);
  }

  @Override
  public double slope(double x) {
    return (x > 0 ? -value(x) : value(x)) / a;
  }
}
