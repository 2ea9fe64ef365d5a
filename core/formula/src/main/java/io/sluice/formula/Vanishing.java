package io.sluice.formula;

import io.sluice.math.Exponential;
import io.sluice.math.Gaussian;
import io.sluice.math.Trigonometric;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntToDoubleFunction;

/**
 * The functions f that vanish at one point p, where f(u) / (u - p) and (u - p) / f(u) have a limit
 * that the quotient of two numbers does not give. A row says with what power series f begins, how
 * far it is used, and what f' / f is elsewhere; quotients and their slopes follow:
 *
 * <ul>
 *   <li>q = f / t with t = u - p has the slope q (f' / f - 1 / t),
 *   <li>t / f has the slope (1 / f) t (1 / t - f' / f),
 *   <li>near the point, where these differences cancel, both are sums of their power series.
 * </ul>
 */
enum Vanishing {
  EXPM1(Operation.EXPM1, 0, 1, false, k -> 1 / factorial(k + 1), (u, f) -> 1 + 1 / f),
  LOG1P(Operation.LOG1P, 0, 0.4, false, Vanishing::logarithm, (u, f) -> 1 / ((1 + u) * f)),
  LOG(Operation.LOG, 1, 0.4, false, Vanishing::logarithm, (u, f) -> 1 / (u * f)),
  ROOT(
      Operation.ROOT_MINUS_ONE,
      0,
      0.4,
      false,
      k -> (k % 2 == 0 ? 1 : -1) * central(k) / (2 * k + 2.0),
      (u, f) -> 0.5 / ((1 + f) * f)),
  SIN(
      Operation.SIN,
      0,
      1,
      true,
      k -> alternating(k) / factorial(2 * k + 1),
      (u, f) -> Trigonometric.cos(u) / f),
  SINH(
      Operation.SINH,
      0,
      1,
      true,
      k -> 1 / factorial(2 * k + 1),
      (u, f) -> Math.copySign(Math.sqrt(1 + 1 / f / f), f)),
  TAN(Operation.TAN, 0, 0.5, true, Vanishing::tangent, (u, f) -> 1 / f + f),
  TANH(
      Operation.TANH,
      0,
      0.5,
      true,
      k -> alternating(k) * tangent(k),
      (u, f) -> (1 / Math.abs(f) - Math.abs(f)) * Math.signum(f)),
  ATAN(
      Operation.ATAN,
      0,
      0.6,
      true,
      k -> alternating(k) / (2 * k + 1),
      (u, f) -> 1 / ((1 + u * u) * f)),
  ATANH(
      Operation.ATANH, 0, 0.6, true, k -> 1 / (2 * k + 1.0), (u, f) -> 1 / ((1 - u) * (1 + u) * f)),
  ASINH(
      Operation.ASINH,
      0,
      0.6,
      true,
      k -> alternating(k) * central(k) / (2 * k + 1),
      (u, f) -> 1 / (Math.sqrt(1 + u * u) * f)),
  ASIN(
      Operation.ASIN,
      0,
      0.6,
      true,
      k -> central(k) / (2 * k + 1),
      (u, f) -> 1 / (Math.sqrt((1 - u) * (1 + u)) * f)),
  ERF(
      Operation.ERF,
      0,
      1,
      true,
      k -> alternating(k) * 1.1283791670955126 / (factorial(k) * (2 * k + 1)),
      (u, f) -> 1.1283791670955126 * Gaussian.gaussian(u) / f);

  /** More terms than any series needs to its radius. */
  private static final int MOST_TERMS = 48;

  /** What is smaller than this part of the first term is left away. */
  private static final double NEGLIGIBLE = 1e-19;

  /** So near to the point a quotient is its limit. */
  private static final double NEAR = 0x1p-60;

  private static final Vanishing[] ROWS = values();

  private final Operation operation;
  private final double point;
  private final double radius;
  private final boolean odd;
  private final DoubleBinaryOperator logarithmicSlope;
  private final double limit;
  private final double[] slopes;
  private final double[] inverseSlopes;

  /**
   * A row.
   *
   * @param point where the function is zero
   * @param radius within which of the point the series are summed
   * @param odd whether the series of f / t has even powers only, which then are what is counted
   * @param coefficient the coefficients of the series of f / t
   * @param logarithmicSlope f' / f from u and f
   */
  Vanishing(
      Operation operation,
      double point,
      double radius,
      boolean odd,
      IntToDoubleFunction coefficient,
      DoubleBinaryOperator logarithmicSlope) {
    this.operation = operation;
    this.point = point;
    this.radius = radius;
    this.odd = odd;
    this.logarithmicSlope = logarithmicSlope;
    double[] series = new double[MOST_TERMS];
    for (int k = 0; k < series.length; k++) {
      series[k] = coefficient.applyAsDouble(k);
    }
    this.limit = series[0];
    this.slopes = slopes(series);
    this.inverseSlopes = slopes(inverse(series));
  }

  /** The row of this operation, or null. */
  static Vanishing of(Operation operation) {
    for (Vanishing row : ROWS) {
      if (row.operation == operation) {
        return row;
      }
    }
    return null;
  }

  static Vanishing at(double number) {
    return ROWS[(int) number];
  }

  Operation operation() {
    return operation;
  }

  double point() {
    return point;
  }

  /** One of the quotients or slopes, from the values of f that the result holds. */
  void run(Operation operation, double[] u, double[] result, int from, int to) {
    switch (operation) {
      case QUOTIENT -> quotients(u, result, from, to);
      case QUOTIENT_SLOPE -> quotientSlopes(u, result, from, to);
      case INVERSE_QUOTIENT -> inverses(u, result, from, to);
      default -> inverseSlopes(u, result, from, to);
    }
  }

  private void quotients(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = quotient(u[i] - point, result[i]);
    }
  }

  private void quotientSlopes(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double t = u[i] - point;
      double f = result[i];
      result[i] =
          Math.abs(t) < radius
              ? sum(slopes, t)
              : quotient(t, f) * (logarithmicSlope.applyAsDouble(u[i], f) - 1 / t);
    }
  }

  private void inverses(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      result[i] = inverse(u[i] - point, result[i]);
    }
  }

  private void inverseSlopes(double[] u, double[] result, int from, int to) {
    for (int i = from; i < to; i++) {
      double t = u[i] - point;
      double f = result[i];
      double logarithmic = logarithmicSlope.applyAsDouble(u[i], f);
      double far = logarithmic == 0 ? 1 / f : inverse(t, f) * (1 / t - logarithmic);
      result[i] = Math.abs(t) < radius ? sum(inverseSlopes, t) : far;
    }
  }

  private double quotient(double t, double f) {
    return Math.abs(t) < NEAR ? limit : f / t;
  }

  /** Where f overflows but t / f does not underflow yet, f is e^|u|, or half of it. */
  private double inverse(double t, double f) {
    if (Math.abs(t) < NEAR) {
      return 1 / limit;
    }
    if (Double.isInfinite(f) && Math.abs(t) > 700 && Math.abs(t) <= Double.MAX_VALUE) {
      return Math.abs(t) * Exponential.exp(-Math.abs(t)) * (odd ? 2 : 1);
    }
    return t / f;
  }

  private double sum(double[] coefficients, double t) {
    double step = odd ? t * t : t;
    double sum = 0;
    for (int k = coefficients.length - 1; k >= 0; k--) {
      sum = Math.fma(step, sum, coefficients[k]);
    }
    return odd ? t * sum : sum;
  }

  /** The coefficients of the derivative, those of an odd function in powers of t². */
  private double[] slopes(double[] series) {
    double step = odd ? radius * radius : radius;
    double[] slopes = new double[MOST_TERMS - 1];
    double largest = 0;
    int length = 0;
    double power = 1;
    for (int k = 1; k < series.length; k++) {
      slopes[k - 1] = (odd ? 2 * k : k) * series[k];
      double term = Math.abs(slopes[k - 1]) * power;
      largest = Math.max(largest, term);
      length = term > NEGLIGIBLE * largest ? k : length;
      power *= step;
    }
    return Arrays.copyOf(slopes, length);
  }

  /** The series of the reciprocal. */
  private static double[] inverse(double[] series) {
    double[] inverse = new double[series.length];
    inverse[0] = 1 / series[0];
    for (int n = 1; n < inverse.length; n++) {
      double sum = 0;
      for (int k = 1; k <= n; k++) {
        sum = Math.fma(series[k], inverse[n - k], sum);
      }
      inverse[n] = -sum / series[0];
    }
    return inverse;
  }

  private static double alternating(int k) {
    return k % 2 == 0 ? 1 : -1;
  }

  private static double factorial(int n) {
    double product = 1;
    for (int k = 2; k <= n; k++) {
      product *= k;
    }
    return product;
  }

  private static double logarithm(int k) {
    return alternating(k) / (k + 1);
  }

  /** (2k)! / (4^k k!²). */
  private static double central(int k) {
    double product = 1;
    for (int i = 1; i <= k; i++) {
      product *= (2 * i - 1) / (2.0 * i);
    }
    return product;
  }

  /** The coefficient of u^(2k + 1) in tan u, from tan' = 1 + tan². */
  private static double tangent(int k) {
    double[] tangent = new double[k + 1];
    tangent[0] = 1;
    for (int n = 1; n <= k; n++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += tangent[i] * tangent[n - 1 - i];
      }
      tangent[n] = sum / (2 * n + 1);
    }
    return tangent[k];
  }
}
