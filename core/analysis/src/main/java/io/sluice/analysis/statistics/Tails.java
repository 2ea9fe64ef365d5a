package io.sluice.analysis.statistics;

import io.sluice.analysis.Distributions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;

/** Tails of distributions that tests refer to. */
public final class Tails {

  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final int STEPS = 3000;

  /** Beyond, the density of the normal distribution is nothing. */
  private static final int MOST = 9;

  /** Quantiles of the range take long, and the same few are asked for again and again. */
  private static final Map<List<Number>, Double> QUANTILES = new ConcurrentHashMap<>();

  private static final double[] GRID = new double[STEPS + 1];

  static {
    for (int i = 0; i <= STEPS; i++) {
      GRID[i] = normal(i * (2.0 * MOST / STEPS) - MOST);
    }
  }

  /** Two steps of a search that are no further apart, by their size, end it. */
  private static final double STILL = 1e-12;

  private Tails() {}

  /** P(Z ≥ z) of the standard normal distribution. */
  public static double normal(double z) {
    double half = Gamma.upper(0.5, z * z / 2) / 2;
    return z >= 0 ? half : 1 - half;
  }

  /** The z with P(Z ≤ z) = p, for p between 0 and 1. */
  public static double normalQuantile(double p) {
    if (p == 0.5) {
      return 0;
    }
    boolean below = p < 0.5;
    double tail = below ? p : 1 - p;
    double z = root(z1 -> normal(z1) - tail, 0, 40);
    return below ? -z : z;
  }

  /** P(X ≥ x) of χ² with these degrees of freedom. */
  public static double chiSquare(double x, double degrees) {
    return x <= 0 ? 1 : Gamma.upper(degrees / 2, x / 2);
  }

  /** P(F ≥ f) of Fisher's F. */
  public static double f(double f, double first, double second) {
    return Distributions.upperTailOfF(f, first, second);
  }

  /** P(|T| ≥ |t|) of Student's t. */
  public static double studentBothSides(double t, double degrees) {
    return Distributions.upperTailOfF(t * t, 1, degrees);
  }

  /**
   * P(range of {@code groups} standard normal numbers ≥ q): the studentized range with infinite
   * degrees of freedom, 1 − k ∫ φ(z) (Φ(z) − Φ(z − q))<sup>k−1</sup> dz, by Simpson's rule.
   */
  public static double range(double q, int groups) {
    double step = 2.0 * MOST / STEPS;
    double sum = 0;
    for (int i = 0; i <= STEPS; i++) {
      double z = i * step - MOST;
      double density = Math.exp(-z * z / 2) * ROOT_HALF / Math.sqrt(Math.PI);
      double between = normal(z - q) - GRID[i];
      double weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
      sum += weight * density * Math.pow(between, groups - 1);
    }
    return Math.max(0, 1 - groups * sum * step / 3);
  }

  /** The q that the range of so many standard normal numbers exceeds with this probability. */
  public static double rangeQuantile(double probability, int groups) {
    return QUANTILES.computeIfAbsent(
        List.of(probability, groups), key -> root(q -> range(q, groups) - probability, 0, 20));
  }

  /**
   * Where a falling function crosses 0: by the Illinois rule (Dowell and Jarratt 1971) until it
   * stands still, with a bisection at every fourth step, so that the bracket always closes.
   */
  private static double root(DoubleUnaryOperator falling, double a, double b) {
    double low = a;
    double high = b;
    double atLow = falling.applyAsDouble(low);
    double atHigh = falling.applyAsDouble(high);
    double last = Double.NaN;
    int side = 0;
    for (int i = 1; i < 300 && high - low > Math.ulp(high); i++) {
      double at = low + (high - low) / 2;
      if (i % 4 != 0) {
        double secant = low + (high - low) * (atLow / (atLow - atHigh));
        at = secant > low && secant < high ? secant : at;
        if (Math.abs(at - last) <= STILL * Math.abs(at)) {
          return at;
        }
        last = at;
      }
      double value = falling.applyAsDouble(at);
      if (value == 0) {
        return at;
      }
      if (value > 0) {
        low = at;
        atLow = value;
        atHigh /= side > 0 ? 2 : 1;
        side = 1;
      } else {
        high = at;
        atHigh = value;
        atLow /= side < 0 ? 2 : 1;
        side = -1;
      }
    }
    return high;
  }
}
