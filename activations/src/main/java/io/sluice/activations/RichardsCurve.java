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

  /** Up to it an exponential has all its digits. */
  private static final double ORDINARY = 700;

  /** The curve itself; lost is what rounding z lost. */
  static double value(double z, double lost, double g, double c, double e) {
    return times(1, z, lost, g, c, e);
  }

  /** A factor times the curve, to be had where the curve alone loses digits. */
  static double times(double factor, double z, double lost, double g, double c, double e) {
    if (!(z < 0)) {
      return factor * Power.pow(1 + g * e, -c);
    }
    double exponent = c * z;
    double rest = Rounding.ofProduct(c, z, exponent) + c * lost;
    double power = Power.pow(g + e, -c);
    if (Math.abs(exponent) <= ORDINARY) {
      return factor * (Exponential.exp(exponent) * (1 + rest) * power);
    }
    boolean far = power == 0 || Double.isInfinite(power);
    return far
        ? factor * Exponential.exp(exponent - c * Logarithm.log(g + e))
        : Faint.product(factor * power, exponent, rest);
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
