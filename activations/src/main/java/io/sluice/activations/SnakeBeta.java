package io.sluice.activations;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x + sin²(α x) / β, both trained, and x for β = 0; f' = 1 + (α / β) sin(2 α x), as (sin α x
 * + cos α x)² + 2 (α / β - 1) sin α x cos α x, which does not cancel for α = β; the slopes by α and
 * β are x sin(2 α x) / β and -sin²(α x) / β². NaN slopes at the infinities.
 *
 * @param alpha α, how fast it oscillates, trained
 * @param beta β, what the wave is divided by, trained
 */
@Extension
public record SnakeBeta(double alpha, double beta) implements TwoParameters {

  /** The preset. */
  public SnakeBeta() {
    this(1, 1);
  }

  @Override
  public String id() {
    return "snake-beta";
  }

  @Override
  public Description description() {
    return Description.of(
            "A snake with a magnitude of its own",
            "x if beta == 0 else x + sin(alpha * x)^2 / beta",
            "Lee, Ping, Ginsburg, Catanzaro, Yoon, arXiv 2206.04658")
        .note("The vocoder trains logarithms of both and adds 1e-9 to beta.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.closed(-1e6, 1e6), "α, how fast it oscillates, trained"),
        Hyperparameter.real(
            "beta", beta, Interval.closed(-1e6, 1e6), "β, what the wave is divided by, trained"));
  }

  @Override
  public SnakeBeta with(Map<String, Double> values) {
    return new SnakeBeta(values.get("alpha"), values.get("beta"));
  }

  @Override
  public List<String> trainable() {
    return List.of("alpha", "beta");
  }

  @Override
  public double value(double x) {
    return value(x, alpha, beta);
  }

  @Override
  public double slope(double x) {
    return slope(x, alpha, beta);
  }

  @Override
  public double value(double x, double alpha, double beta) {
    double sine = Phase.sin(alpha, x);
    return beta == 0 || Double.isInfinite(x) ? x : x + sine * (sine / beta);
  }

  @Override
  public double slope(double x, double alpha, double beta) {
    if (beta == 0) {
      return Double.isNaN(x) ? x : 1;
    }
    double sine = Phase.sin(alpha, x);
    double cosine = Phase.cos(alpha, x);
    double sum = sine + cosine;
    double product = sine * cosine;
    double steep = alpha / beta;
    return Double.isInfinite(steep)
        ? sine == 0 ? 1 : 2 * alpha * (product / beta)
        : Math.fma(2 * (steep - 1), product, sum * sum);
  }

  @Override
  public double slopeByFirst(double x, double alpha, double beta) {
    double twice = 2 * Phase.sin(alpha, x) * Phase.cos(alpha, x);
    return beta == 0 || twice == 0 ? Step.defined(x, 0) : twice / beta * x;
  }

  @Override
  public double slopeBySecond(double x, double alpha, double beta) {
    double share = beta == 0 ? Step.defined(x, 0) : Phase.sin(alpha, x) / beta;
    return -share * share;
  }
}
