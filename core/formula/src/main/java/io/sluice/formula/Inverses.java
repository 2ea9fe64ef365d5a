package io.sluice.formula;

import io.sluice.math.InverseTrigonometric;
import io.sluice.math.Logarithm;
import io.sluice.math.Trigonometric;

/** Functions that are made of those of {@code io.sluice.math}. */
final class Inverses {

  private static final double LN2 = 0.6931471805599453;

  /** From here on acosh u is ln 2u. */
  private static final double LARGE = 0x1p28;

  /** Below it cos u and sin(u) / u cancel. */
  private static final double SMALL = 0.5;

  private Inverses() {}

  /** arcsin u = 2 arctan(u / (1 + √(1 - u²))); NaN beyond 1. */
  static void asins(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double root = Math.sqrt((1 - u[i]) * (1 + u[i]));
      result[i] = 2 * InverseTrigonometric.atan(u[i] / (1 + root));
    }
  }

  /** arccos u = 2 arctan √((1 - u) / (1 + u)); NaN beyond 1. */
  static void acoss(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = 2 * InverseTrigonometric.atan(Math.sqrt((1 - u[i]) / (1 + u[i])));
    }
  }

  /** arcosh u = ln(1 + t + √(2t + t²)) with t = u - 1; NaN below 1. */
  static void acoshs(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double t = u[i] - 1;
      result[i] =
          u[i] > LARGE ? Logarithm.log(u[i]) + LN2 : Logarithm.log1p(t + Math.sqrt(2 * t + t * t));
    }
  }

  /** √(1 + u) - 1 = u / (√(1 + u) + 1), which does not cancel; NaN below -1. */
  static void rootsMinusOne(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double root = Math.sqrt(1 + u[i]);
      result[i] = u[i] > LARGE * LARGE ? root - 1 : u[i] / (root + 1);
    }
  }

  /** sin(u) / u from the sine; 1 at zero. */
  static void sincs(double[] u, double[] sine, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = u[i] == 0 ? 1 : sine[i] / u[i];
    }
  }

  static void sincSlopes(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = sincSlope(u[i]);
    }
  }

  /** (cos u - sin(u) / u) / u, near zero its series. */
  private static double sincSlope(double u) {
    if (Math.abs(u) >= SMALL) {
      return (Trigonometric.cos(u) - Trigonometric.sin(u) / u) / u;
    }
    double square = u * u;
    double series = Math.fma(square, -1.0 / 93405312000.0, 1.0 / 518918400.0);
    series = Math.fma(square, series, -1.0 / 3991680.0);
    series = Math.fma(square, series, 1.0 / 45360.0);
    series = Math.fma(square, series, -1.0 / 840.0);
    series = Math.fma(square, series, 1.0 / 30.0);
    return u * Math.fma(square, series, -1.0 / 3.0);
  }
}
