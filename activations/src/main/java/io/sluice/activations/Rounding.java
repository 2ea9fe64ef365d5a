package io.sluice.activations;

/**
 * What rounding a product or a quotient lost. An exponential of it is wrong by so much, relatively:
 * e^(z + lost) = e^z (1 + lost).
 */
final class Rounding {

  /** Beyond these an exponential is zero or infinite, and what was lost does not matter. */
  private static final double LOWEST = -1000;

  private static final double HIGHEST = 709.7;

  private Rounding() {}

  /** a x - product, where product is a x rounded. */
  static double ofProduct(double a, double x, double product) {
    return matters(product) ? Math.fma(a, x, -product) : 0;
  }

  /** x / b - quotient, where quotient is x / b rounded. */
  static double ofQuotient(double x, double b, double quotient) {
    return matters(quotient) && quotient != 0 ? Math.fma(-quotient, b, x) / b : 0;
  }

  private static boolean matters(double z) {
    return z > LOWEST && z < HIGHEST;
  }

  /** e^(z + lost) - 1, where expm1 is e^z - 1. */
  static double correctedExpm1(double expm1, double lost) {
    return lost == 0 ? expm1 : Math.fma(lost, 1 + expm1, expm1);
  }

  /** e^-|z + lost|, where the decay is e^-|z|. */
  static double corrected(double decay, double z, double lost) {
    return decay * (1 - (z < 0 ? -lost : lost));
  }
}
