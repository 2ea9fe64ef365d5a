package io.sluice.activations;

import io.sluice.math.ErrorFunction;
import io.sluice.math.Gaussian;
import io.sluice.math.Logistic;
import io.sluice.spi.Description;
import io.sluice.spi.Interval;
import org.pf4j.Extension;

/**
 * f(x) = x erf(s) with s = ln(1 + e^x); f' = erf(s) + x σ(x) (2 / sqrt π) e^(-s²). -0 with slope 0
 * at negative infinity, slope 1 at infinity.
 */
@Extension
public final class Serf extends OnePass {

  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

  @Override
  public String id() {
    return "serf";
  }

  @Override
  public Description description() {
    return Description.of(
        "A smooth gated unit by the error function of softplus",
        "x * erf(softplus(x))",
        "Nag, Bhattacharyya, arXiv 2108.09598");
  }

  @Override
  public Interval range() {
    return Interval.atLeast(-0.3484374587596064);
  }

  @Override
  Pass pass() {
    return Pass.DECAY;
  }

  @Override
  double value(double x, double e) {
    return Math.max(x, -FAR) * ErrorFunction.erf(Logistic.softplus(x, e));
  }

  @Override
  double slope(double x, double e) {
    double softplus = Logistic.softplus(x, e);
    double near = withinFar(x);
    double bell = TWO_OVER_SQRT_PI * Gaussian.gaussian(softplus);
    return ErrorFunction.erf(softplus) + near * Logistic.sigmoid(x, e) * bell;
  }
}
