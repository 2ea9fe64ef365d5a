package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x σ(β x) + α tanh x, with a trained β; with z = β x, f' = σ(z) (1 + z σ(-z)) + α sech² x;
 * the slope by β is x² σ(z) σ(-z). -α at negative infinity.
 *
 * @param alpha α, the height of the tangent
 * @param beta β, how sharp the gate is, trained
 */
@Extension
public record SwishT(double alpha, double beta) implements OneParameter {

  /** From here on e^-x is zero; it stands for infinity where infinity times zero would be NaN. */
  private static final double FAR = 1000;

  /** The preset. */
  public SwishT() {
    this(0.1, 1);
  }

  @Override
  public String id() {
    return "swish-t";
  }

  @Override
  public Description description() {
    return Description.of(
            "A swish with a hyperbolic tangent",
            "x * sigmoid(beta * x) + alpha * tanh(x)",
            "Seo, Kim, Park, arXiv 2407.01012")
        .note("The paper has three simpler variants, A, B and C; this is its first form.")
        .sourceUnread();
  }

  @Override
  public Interval range() {
    return Interval.atLeast(Extremes.least(this, -60 / Math.min(1, beta), 0, 20000));
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real("alpha", alpha, Interval.closed(0, 10), "α, the height of the tangent"),
        Hyperparameter.real(
            "beta", beta, Interval.openClosed(0, 100), "β, how sharp the gate is, trained"));
  }

  @Override
  public SwishT with(Map<String, Double> values) {
    return new SwishT(values.get("alpha"), values.get("beta"));
  }

  @Override
  public List<String> trainable() {
    return List.of("beta");
  }

  @Override
  public double value(double x) {
    return value(x, beta);
  }

  @Override
  public double slope(double x) {
    return slope(x, beta);
  }

  @Override
  public double value(double x, double beta) {
    return Math.fma(alpha, Hyperbolic.tanh(x), gated(x, beta));
  }

  @Override
  public double slope(double x, double beta) {
    double z = beta * x;
    double near = Math.max(-FAR, Math.min(FAR, z));
    double gate = Logistic.sigmoid(z) * (1 + near * Logistic.sigmoid(-z));
    return Math.fma(alpha, Hyperbolic.sechSquared(x), gate);
  }

  @Override
  public double slopeBy(double x, double beta) {
    double z = beta * x;
    double bump = Logistic.sigmoid(z) * Logistic.sigmoid(-z);
    return bump == 0 ? 0 : x * (x * bump);
  }

  private static double gated(double x, double beta) {
    double gate = Logistic.sigmoid(beta * x);
    return gate == 0 ? -0.0 : x * gate;
  }
}
