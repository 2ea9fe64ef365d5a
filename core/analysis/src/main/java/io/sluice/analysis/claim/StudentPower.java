package io.sluice.analysis.claim;

import io.sluice.analysis.Distributions;
import io.sluice.analysis.statistics.Tails;
import java.util.function.DoubleUnaryOperator;

/**
 * How often Student's interval of the mean of normal numbers lies where it is wanted. With s the
 * standard deviation of n numbers of spread σ and h = t s / √n half of the interval, it is the
 * integral over s of P(a(h) ≤ mean − effect ≤ b(h)): the mean and s are independent.
 */
final class StudentPower {

  private static final int STEPS = 2000;

  /** Beyond, there is nothing of the normal distribution. */
  private static final double FAR = 30;

  private StudentPower() {}

  /**
   * The probability.
   *
   * @param repeats how many numbers
   * @param level the probability that the interval misses the mean
   * @param spread their standard deviation
   * @param least for half of the interval, how far the mean may be below the effect
   * @param most how far above
   * @return 0 for fewer than two numbers, which have no interval
   */
  static double of(
      int repeats,
      double level,
      double spread,
      DoubleUnaryOperator least,
      DoubleUnaryOperator most) {
    if (repeats < 2) {
      return 0;
    }
    double degrees = repeats - 1.0;
    double t = Distributions.studentQuantile(1 - level / 2, degrees);
    double error = spread / Math.sqrt(repeats);
    // Eight of its standard deviations to both sides of the peak of s / σ at 1.
    double reach = 8 / Math.sqrt(2 * degrees);
    double begin = Math.max(0, 1 - reach);
    double end = 1 + reach + (degrees < 10 ? 2 : 0);
    double weights = 0;
    double power = 0;
    for (int i = 0; i < STEPS; i++) {
      double ratio = begin + (i + 0.5) * (end - begin) / STEPS;
      // The density of s / σ but for a factor, 1 at its peak for many degrees.
      double density =
          Math.exp((degrees - 1) * Math.log(ratio) - degrees / 2 * (ratio * ratio - 1));
      double half = t * ratio * error;
      double from = Math.max(-FAR, least.applyAsDouble(half) / error);
      double to = Math.min(FAR, most.applyAsDouble(half) / error);
      weights += density;
      if (from < to) {
        power += density * (Tails.normal(from) - Tails.normal(to));
      }
    }
    return Math.min(1, power / weights);
  }
}
