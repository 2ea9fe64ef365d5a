package io.sluice.activations;

import io.sluice.math.ErrorFunction;
import io.sluice.math.Gaussian;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = α x + (1 - α) x g with the gate g = erfc(-z) / 2, z = μ (1 - α) x, which is ((1 + α) x +
 * (1 - α) x erf z) / 2; f' = α + (1 - α) (g + z e^(-z²) / √π); the slope by μ is (1 - α)² x²
 * e^(-z²) / √π.
 *
 * @param alpha α, the slope below zero
 * @param mu μ, how sharply it switches, trained
 */
@Extension
public record Smu(double alpha, double mu) implements OneParameter {

  private static final double INVERSE_ROOT_OF_PI = 0.5641895835477563;
  private static final double ROOT_OF_TWO = 1.4142135623730951;
  private static final double LEAST_OF_GELU = -0.16997120747990366;

  /** The preset. */
  public Smu() {
    this(0.25, 1);
  }

  @Override
  public String id() {
    return "smu";
  }

  @Override
  public Description description() {
    return Description.of(
            "A smooth maximum of x and α x by the error function",
            "((1 + alpha) * x + (1 - alpha) * x * erf(mu * (1 - alpha) * x)) / 2",
            "Biswas, Kumar, Banerjee, Pandey, arXiv 2111.04682")
        .note(
            "The authors start from mu = 1e6, with which it is a leaky rectifier to the eye; 1 is ours.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.closedOpen(0, 1), "α, the slope below zero"),
        Hyperparameter.real(
            "mu", mu, Interval.closed(-1e6, 1e6), "μ, how sharply it switches, trained"));
  }

  @Override
  public Smu with(Map<String, Double> values) {
    return new Smu(values.get("alpha"), values.get("mu"));
  }

  @Override
  public List<String> trainable() {
    return List.of("mu");
  }

  @Override
  public double value(double x) {
    return value(x, mu);
  }

  @Override
  public double slope(double x) {
    return slope(x, mu);
  }

  @Override
  public Interval range() {
    if (alpha > 0 || mu == 0) {
      return Interval.REALS;
    }
    double extreme = LEAST_OF_GELU / (ROOT_OF_TWO * mu);
    return mu > 0
        ? Interval.atLeast(extreme)
        : new Interval(Double.NEGATIVE_INFINITY, extreme, false, true);
  }

  @Override
  public double value(double x, double mu) {
    double rest = 1 - alpha;
    double gate = 0.5 * ErrorFunction.erfc(-(mu * rest * x));
    return Math.fma(alpha, x, gate == 0 ? 0 : rest * (x * gate));
  }

  @Override
  public double slope(double x, double mu) {
    double rest = 1 - alpha;
    double z = mu * rest * x;
    double bell = Gaussian.gaussian(z);
    double bump = bell == 0 ? 0 : INVERSE_ROOT_OF_PI * (z * bell);
    return alpha + rest * (0.5 * ErrorFunction.erfc(-z) + bump);
  }

  @Override
  public double slopeBy(double x, double mu) {
    double rest = (1 - alpha) * x;
    double bell = Gaussian.gaussian(mu * rest);
    return bell == 0 ? 0 : INVERSE_ROOT_OF_PI * (rest * bell * rest);
  }
}
