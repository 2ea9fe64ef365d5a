package io.sluice.analysis.statistics;

import io.sluice.analysis.Distributions;
import io.sluice.analysis.Estimate;
import java.util.Arrays;

/**
 * The mean of numbers of which each repeat has some: the sum over all repeats by their count. The
 * interval is the jackknife's over the repeats with Student's t of n − 1 degrees of freedom; where
 * every repeat has one number, it is the t interval of their mean.
 */
public final class RatioInterval {

  /** Intervals cover the true mean but for this share. */
  public static final double LEVEL = 0.05;

  private RatioInterval() {}

  /** The mean of one number a repeat, with an interval that misses it with this probability. */
  public static Estimate of(double[] values, double level) {
    return of(values, ones(values.length), level);
  }

  /**
   * The mean of some numbers a repeat.
   *
   * @param sums of the numbers of each repeat
   * @param counts how many they are
   * @param level the probability that the interval misses the true mean
   * @return without an interval for fewer than two repeats
   */
  public static Estimate of(double[] sums, double[] counts, double level) {
    int n = sums.length;
    double sum = Arrays.stream(sums).sum();
    double count = Arrays.stream(counts).sum();
    double value = sum / count;
    if (n < 2) {
      return Estimate.withoutInterval(value);
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double apart = (sum - sums[i]) / (count - counts[i]) - value;
      squares += apart * apart;
    }
    double half = halfWidth(squares * (n - 1) / n, n, level);
    return new Estimate(value, value - half, value + half);
  }

  /** Half the width of the interval of a mean with this variance, of so many repeats. */
  public static double halfWidth(double variance, int repeats, double level) {
    return Distributions.studentQuantile(1 - level / 2, repeats - 1.0) * Math.sqrt(variance);
  }

  /** {@link #bounded(double[], double[], double, double, double)} of one number a repeat. */
  public static Estimate bounded(double[] values, double middle, double reach, double level) {
    return bounded(values, ones(values.length), middle, reach, level);
  }

  /**
   * The mean of numbers within middle ± reach. Few repeats that all agree are no proof that all do,
   * so the interval is that of the repeats and two more at the ends of the range (after Bonett and
   * Price 2012), whose distance is divided by the root of the numbers of a repeat.
   */
  public static Estimate bounded(
      double[] sums, double[] counts, double middle, double reach, double level) {
    int n = sums.length;
    double value = Arrays.stream(sums).sum() / Arrays.stream(counts).sum();
    if (n < 2) {
      return Estimate.withoutInterval(value);
    }
    double each = Arrays.stream(counts).sum() / n;
    double distance = reach / Math.sqrt(each);
    double[] more = Arrays.copyOf(sums, n + 2);
    double[] moreCounts = Arrays.copyOf(counts, n + 2);
    for (int end = 0; end < 2; end++) {
      more[n + end] = (middle + (2 * end - 1) * distance) * each;
      moreCounts[n + end] = Math.round(each);
    }
    Estimate wide = of(more, moreCounts, level);
    return new Estimate(
        value,
        Math.max(middle - reach, Math.min(value, wide.lower())),
        Math.min(middle + reach, Math.max(value, wide.upper())));
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
