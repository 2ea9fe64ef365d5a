package io.sluice.activations;

import io.sluice.math.Exponential;
import io.sluice.math.Logarithm;
import io.sluice.math.Power;

/**
 * Richards' curve (1 + g e^-z)^-c for a positive g, from e = e^-|z|. Below zero it is written as
 * e^(c z) (g + e^z)^-c, in which nothing overflows before the result does.
 */
final class RichardsCurve {

  private RichardsCurve() {}

  /** The curve itself; lost is what rounding z lost. */
  static double value(double z, double lost, double g, double c, double e) {
    if (!(z < 0)) {
      return Power.pow(1 + g * e, -c);
    }
    double exponent = c * z;
    double rest = Rounding.ofProduct(c, z, exponent) + c * lost;
    return Exponential.exp(exponent) * (1 + rest) * Power.pow(g + e, -c);
  }

  /** The relative slope by z, over c: g e^-z / (1 + g e^-z). */
  static double share(double z, double g, double e) {
    return z < 0 ? g / (g + e) : g * e / (1 + g * e);
  }

  /** ln(1 + g e^-z). */
  static double logarithm(double z, double g, double e) {
    return z < 0 ? Logarithm.log(g + e) - z : Logarithm.log1p(g * e);
  }
}
