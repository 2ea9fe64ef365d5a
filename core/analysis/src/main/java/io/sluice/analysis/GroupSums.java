package io.sluice.analysis;

/**
 * Count, sum and sum of squares of each group of consecutive repeats of a cell, around the cell's
 * mean: all that a resample of the groups needs to know.
 */
final class GroupSums {

  private final double[] counts;
  private final double[] sums;
  private final double[] squares;

  /**
   * The sums of values by repeat.
   *
   * @param values NaN where there is no trial
   * @param center the mean of the others
   * @param size how many repeats a group has; the last one may have fewer
   */
  GroupSums(double[] values, double center, int size) {
    int groups = values.length == 0 ? 0 : (values.length + size - 1) / size;
    counts = new double[groups];
    sums = new double[groups];
    squares = new double[groups];
    for (int repeat = 0; repeat < values.length; repeat++) {
      double apart = values[repeat] - center;
      if (!Double.isNaN(apart)) {
        int group = repeat / size;
        counts[group]++;
        sums[group] += apart;
        squares[group] += apart * apart;
      }
    }
  }

  /**
   * Adds each group as often as its weight says to moments that are still empty.
   *
   * @param center as before
   */
  void resample(double[] weights, double center, Moments moments) {
    double count = 0;
    double sum = 0;
    double square = 0;
    for (int group = 0; group < counts.length; group++) {
      double weight = weights[group];
      count += weight * counts[group];
      sum += weight * sums[group];
      square += weight * squares[group];
    }
    if (count > 0) {
      double shift = sum / count;
      moments.merge(count, center + shift, Math.max(0, square - sum * shift));
    }
  }
}
