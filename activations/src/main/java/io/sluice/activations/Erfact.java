package io.sluice.activations;

import io.sluice.math.ErrorFunction;
import io.sluice.math.Gaussian;
import io.sluice.math.Logarithm;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.Map;
import org.pf4j.Extension;

/**
 * f(x) = x erf(u) with u = a e^(b x); f' = erf(u) + x b u g with g = (2 / sqrt π) e^(-u²). The
 * slopes by a and b are x e^(b x) g and x² u g. For a and b above zero -0 with slope 0 at negative
 * infinity, slope 1 at infinity.
 */
@Extension
public final class Erfact extends TrainedPass {

  private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

  /** Beyond it e^x overflows; the gate has long been closed or open then. */
  private static final double HIGHEST = 709;

  /** The preset. */
  public Erfact() {
    this(0.5, 1);
  }

  private Erfact(double a, double b) {
    super(
        Pass.EXP,
        Hyperparameter.real("a", a, ANY, "factor of the exponential"),
        Hyperparameter.real("b", b, ANY, "steepness of the exponential"));
  }

  @Override
  public String id() {
    return "erfact";
  }

  @Override
  public Description description() {
    return Description.of(
            "A gated unit by the error function of a trained exponential",
            "x * erf(a * exp(b * x))",
            "Biswas, Kumar, Banerjee, Pandey, arXiv 2109.04386")
        .note("The preset a = 0.5, b = 1 is not where the paper starts, which is a = b = 0.75.");
  }

  /** The sign of b f follows z = b x; below zero it has one extreme value. */
  @Override
  public Interval range() {
    double a = initialParameters()[0];
    double b = initialParameters()[1];
    if (a == 0) {
      return Interval.closed(0, 0);
    }
    if (b == 0) {
      return Interval.REALS;
    }
    Erfact upright = new Erfact(Math.abs(a), 1);
    double low = -2 - Math.max(0, Logarithm.log(Math.abs(a)));
    double least = Valley.least(upright::value, upright::slope, low, 0);
    return Valley.range(Math.signum(a) * least / b, a > 0 == b > 0);
  }

  @Override
  public Erfact with(Map<String, Double> values) {
    return new Erfact(values.get("a"), values.get("b"));
  }

  @Override
  double argument(double x, double[] p) {
    double near = Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
    return Math.min(HIGHEST, p[1] * near);
  }

  @Override
  double value(double x, double[] p, double power) {
    double gate = ErrorFunction.erf(p[0] * corrected(x, p, power));
    // Where the gate is closed an infinite x gives zero, not NaN.
    return gate == 0 ? Math.signum(x) * gate : x * gate;
  }

  @Override
  double slope(double x, double[] p, double power) {
    double u = p[0] * corrected(x, p, power);
    double bell = bell(u);
    return ErrorFunction.erf(u) + (bell == 0 || u == 0 ? 0 : x * (p[1] * (u * bell)));
  }

  @Override
  double slopeBy(int parameter, double x, double[] p, double power) {
    double exact = corrected(x, p, power);
    double bell = bell(p[0] * exact);
    if (bell == 0 || exact == 0) {
      return 0;
    }
    double slope = x * (exact * bell);
    return parameter == 0 ? slope : slope == 0 || p[0] == 0 ? 0 : x * (p[0] * slope);
  }

  private static double bell(double u) {
    return TWO_OVER_SQRT_PI * Gaussian.gaussian(u);
  }

  private double corrected(double x, double[] p, double power) {
    double argument = argument(x, p);
    return argument < HIGHEST ? power * (1 + Rounding.ofProduct(p[1], x, argument)) : power;
  }
}
