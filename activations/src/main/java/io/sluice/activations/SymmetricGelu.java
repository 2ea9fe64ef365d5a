package io.sluice.activations;

import io.sluice.math.ErrorFunction;
import io.sluice.math.Normal;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = α x erf(x / √2); f' = α (erf(x / √2) + √(2 / π) x e^(-x² / 2)).
 *
 * @param alpha α, the height
 */
@Extension
public record SymmetricGelu(double alpha) implements ActivationExtension {

  private static final double ROOT_OF_HALF = 0.7071067811865476;
  private static final double ROOT_OF_TWO_OVER_PI = 0.7978845608028654;

  /** The preset. */
  public SymmetricGelu() {
    this(1);
  }

  @Override
  public String id() {
    return "sgelu";
  }

  @Override
  public Description description() {
    return Description.of(
            "The symmetric Gaussian error linear unit",
            "alpha * x * erf(x / sqrt(2))",
            "Yu and Su, 2019 (SGELU); Kunc and Kléma, arXiv 2402.09092")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.NOT_NEGATIVE;
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.openClosed(0, 1e6), "α, the height"));
  }

  @Override
  public SymmetricGelu with(Map<String, Double> values) {
    return new SymmetricGelu(values.get("alpha"));
  }

  @Override
  public double value(double x) {
    return alpha * (x * ErrorFunction.erf(x * ROOT_OF_HALF));
  }

  @Override
  public double slope(double x) {
    double bell = Normal.bell(x);
    double bump = bell == 0 ? 0 : ROOT_OF_TWO_OVER_PI * (x * bell);
    return alpha * (ErrorFunction.erf(x * ROOT_OF_HALF) + bump);
  }
}
