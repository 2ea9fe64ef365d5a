package io.sluice.activations;

import io.sluice.math.ErrorFunction;
import io.sluice.math.Gaussian;
import io.sluice.math.Logarithm;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x erf(γ s) with s = ln(1 + e^(δ x)); f' = erf(γ s) + x γ δ σ(δ x) g with g = (2 / sqrt π)
 * e^(-γ² s²). The slopes by γ and δ are x s g and x² γ σ(δ x) g. For γ and δ above zero -0 with
 * slope 0 at negative infinity, slope 1 at infinity.
 */
@Extension
public final class Pserf extends TrainedPass {

  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

  /** Beyond it e^-|δ x| is zero. */
  private static final double FAR = 1e6;

  /** The preset. */
  public Pserf() {
    this(1.25, 0.85);
  }

  private Pserf(double gamma, double delta) {
    super(
        Pass.DECAY,
        Hyperparameter.real("gamma", gamma, ANY, "factor of the softplus"),
        Hyperparameter.real("delta", delta, ANY, "steepness of the softplus"));
  }

  @Override
  public String id() {
    return "pserf";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated unit by the error function of a trained softplus",
            "x * erf(gamma * softplus(delta * x))",
            "Biswas, Kumar, Banerjee, Pandey, arXiv 2109.04386")
        .note("The presets gamma = 1.25 and delta = 0.85 are where the paper starts.")
        .note("With gamma = delta = 1 it is serf.");
  }

  /** The sign of δ f follows z = δ x; below zero it has one extreme value. */
  @Override
  public Interval range() {
    double gamma = initialParameters()[0];
    double delta = initialParameters()[1];
    if (gamma == 0) {
      return Interval.closed(0, 0);
    }
    if (delta == 0) {
      return Interval.REALS;
    }
    Pserf upright = new Pserf(Math.abs(gamma), 1);
    double low = -2 - Math.max(0, Logarithm.log(Math.abs(gamma)));
    double least = Valley.least(upright::value, upright::slope, low, 0);
    return Valley.range(Math.signum(gamma) * least / delta, gamma > 0 == delta > 0);
  }

  @Override
  public Pserf with(Map<String, Double> values) {
    return new Pserf(values.get("gamma"), values.get("delta"));
  }

  @Override
  double argument(double x, double[] p) {
    return z(x, p);
  }

  private static double z(double x, double[] p) {
    double near = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
    return Math.max(-FAR, Math.min(FAR, p[1] * near));
  }

  @Override
  double value(double x, double[] p, double decay) {
    double gate = ErrorFunction.erf(p[0] * softplus(x, p, decay));
    // Where the gate is closed an infinite x gives zero, not NaN.
    return gate == 0 ? Math.signum(x) * gate : x * gate;
  }

  @Override
  double slope(double x, double[] p, double decay) {
    double u = p[0] * softplus(x, p, decay);
    double rise = sigmoid(x, p, decay) * bell(u);
    return ErrorFunction.erf(u) + (rise == 0 ? 0 : x * (p[1] * (p[0] * rise)));
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double decay) {
    double softplus = softplus(x, p, decay);
    double bell = bell(p[0] * softplus);
    if (parameter == 0) {
      double rise = softplus * bell;
      return rise == 0 ? 0 : x * rise;
    }
    double rise = sigmoid(x, p, decay) * bell;
    return rise == 0 ? 0 : x * (x * (p[0] * rise));
  }

  private static double bell(double u) {
    return TWO_OVER_SQRT_PI * Gaussian.gaussian(u);
  }

  private static double softplus(double x, double[] p, double decay) {
    return Logistic.softplus(z(x, p), corrected(x, p, decay));
  }

  private static double sigmoid(double x, double[] p, double decay) {
    return Logistic.sigmoid(z(x, p), corrected(x, p, decay));
  }

  private static double corrected(double x, double[] p, double decay) {
    double z = z(x, p);
    return Rounding.corrected(decay, z, Rounding.ofProduct(p[1], x, z));
  }
}
