package io.sluice.activations;

import io.sluice.math.Hyperbolic;
import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = γ tanh(α x) + β, all trained; f' = α γ sech²(α x); the slopes by α, γ and β are γ x
 * sech²(α x), tanh(α x) and 1.
 *
 * @param alpha α, how steep it is, trained
 * @param gamma γ, the height, trained
 * @param beta β, the shift, trained
 */
@Extension
public record DynamicTanh(double alpha, double gamma, double beta)
    implements ActivationExtension, TrainableActivation {

  /** The preset. */
  public DynamicTanh() {
    this(0.5, 1, 0);
  }

  @Override
  public String id() {
    return "dyt";
  }

  @Override
  public Description description() {
    return Description.of(
            "A hyperbolic tangent in place of a normalisation",
            "gamma * tanh(alpha * x) + beta",
            "Zhu, Chen, He, LeCun, Liu, arXiv 2503.10622")
        .note(
            "The paper shares alpha within a layer and has gamma and beta for each channel; here all are shared alike.")
        .sourceUnread();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Hyperparameter.real(
            "alpha", alpha, Interval.closed(-1e6, 1e6), "α, how steep it is, trained"),
        Hyperparameter.real("gamma", gamma, Interval.closed(-1e6, 1e6), "γ, the height, trained"),
        Hyperparameter.real("beta", beta, Interval.closed(-1e6, 1e6), "β, the shift, trained"));
  }

  @Override
  public DynamicTanh with(Map<String, Double> values) {
    return new DynamicTanh(values.get("alpha"), values.get("gamma"), values.get("beta"));
  }

  @Override
  public List<String> trainable() {
    return List.of("alpha", "gamma", "beta");
  }

  @Override
  public Interval range() {
    double height = alpha == 0 ? 0 : Math.abs(gamma);
    return height == 0 ? Interval.closed(beta, beta) : Interval.open(beta - height, beta + height);
  }

  @Override
  public double value(double x) {
    return gamma * Hyperbolic.tanh(alpha * x) + beta;
  }

  @Override
  public double slope(double x) {
    return alpha * gamma * Hyperbolic.sechSquared(alpha * x);
  }

  @Override
  public double value(double x, double[] p) {
    return p[1] * Hyperbolic.tanh(p[0] * x) + p[2];
  }

  @Override
  public double slope(double x, double[] p) {
    return p[0] * p[1] * Hyperbolic.sechSquared(p[0] * x);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] p) {
    if (parameter == 0) {
      double bell = Hyperbolic.sechSquared(p[0] * x);
      return Step.defined(x, bell == 0 ? 0 : p[1] * x * bell);
    }
    return Step.defined(x, parameter == 1 ? Hyperbolic.tanh(p[0] * x) : 1);
  }
}
