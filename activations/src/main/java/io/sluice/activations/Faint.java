package io.sluice.activations;

import io.sluice.math.Exponential;

/**
 * Products with an exponential so small that it has lost digits which the product still has to
 * have: a subnormal number has fewer than 53 bits. The exponential of half of the exponent has all
 * of them, and is a factor twice.
 */
final class Faint {

  /** From here on e^(-x² / 2) is zero even if a power of x is a factor. */
  private static final double FARTHEST = 60;

  private Faint() {}

  /** Whether this exponential may have lost digits. */
  static boolean is(double exponential) {
    return exponential < Double.MIN_NORMAL;
  }

  /** factor e^(z + lost), where lost is what rounding z lost. */
  static double product(double factor, double z, double lost) {
    double half = Exponential.exp(0.5 * z);
    return factor * half * (1 + lost) * half;
  }

  /** factor e^(-x² / 2). */
  static double bell(double factor, double x) {
    double a = Math.min(Math.abs(x), FARTHEST);
    double square = a * a;
    return product(factor, -0.5 * square, -0.5 * Math.fma(a, a, -square));
  }

  /** factor e^(-a x²), for an a above zero. */
  static double bell(double factor, double a, double x) {
    double side = a * x;
    double square = side * x;
    double lost = Math.fma(side, x, -square) + Math.fma(a, x, -side) * x;
    return Double.isInfinite(square) ? 0 * factor : product(factor, -square, -lost);
  }
}
