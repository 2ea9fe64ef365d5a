package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.math.Power;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x / (1 + |x|^k)^(1 / k), beyond 1 as sgn(x) (1 + |x|^-k)^(-1 / k), so that nothing
 * overflows; f' = (1 + |x|^k)^(-1 / k - 1). For k = 1 it is softsign, for k = 2 isru.
 *
 * @param k the power: how sharply it bends
 */
@Extension
public record AlgebraicSigmoid(double k) implements ActivationExtension {

  /** The preset. */
  public AlgebraicSigmoid() {
    this(3);
  }

  @Override
  public String id() {
    return "algebraic-sigmoid";
  }

  @Override
  public Description description() {
    return Description.of("A sigmoid of powers", "x / (1 + abs(x)^k)^(1 / k)", "")
        .note("The preset is ours, between isru and the clipped line.");
  }

  @Override
  public Interval range() {
    return Interval.open(-1, 1);
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("k", k, Interval.closed(1, 100), "the power: how sharply it bends"));
  }

  @Override
  public AlgebraicSigmoid with(Map<String, Double> values) {
    return new AlgebraicSigmoid(values.get("k"));
  }

  @Override
  public double value(double x) {
    double a = Math.abs(x);
    return a > 1
        ? Math.copySign(shrunk(Power.pow(a, -k), 1 / k), x)
        : x * shrunk(Power.pow(a, k), 1 / k);
  }

  @Override
  public double slope(double x) {
    double a = Math.abs(x);
    if (a > 1) {
      return shrunk(Power.pow(a, -k), 1 + 1 / k) * Power.pow(a, -k - 1);
    }
    return shrunk(Power.pow(a, k), 1 + 1 / k);
  }

  /** (1 + t)^-power. */
  private static double shrunk(double t, double power) {
    return Exponential.exp(-power * Logarithm.log1p(t));
  }
}
