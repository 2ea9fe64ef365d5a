package io.sluice.analysis.statistics;

/**
 * Friedman's test (1937) of contenders that met on the same blocks, such as problems or repeats,
 * and what follows it.
 *
 * @param blocks how many blocks
 * @param meanRanks the mean rank of each contender; the smallest value has rank 1
 * @param statistic χ², corrected for ties
 * @param uncorrected χ² without the correction
 * @param squares the sum of the squares of all ranks
 */
public record Friedman(
    int blocks, double[] meanRanks, double statistic, double uncorrected, double squares) {

  /** The test of {@code table[block][contender]}. */
  public static Friedman of(double[][] table) {
    int n = table.length;
    int k = table[0].length;
    double[] sums = new double[k];
    double ties = 0;
    double squares = 0;
    for (double[] row : table) {
      Ranks ranks = Ranks.of(row);
      ties += ranks.ties();
      for (int j = 0; j < k; j++) {
        sums[j] += ranks.ranks()[j];
        squares += ranks.ranks()[j] * ranks.ranks()[j];
      }
    }
    double sum = 0;
    double[] means = new double[k];
    for (int j = 0; j < k; j++) {
      sum += sums[j] * sums[j];
      means[j] = sums[j] / n;
    }
    double plain = 12.0 / (n * k * (k + 1.0)) * sum - 3.0 * n * (k + 1);
    double correction = 1 - ties / (n * k * ((double) k * k - 1));
    return new Friedman(n, means, plain / correction, plain, squares);
  }

  /** How many contenders. */
  public int contenders() {
    return meanRanks.length;
  }

  /** The p-value by the χ² approximation. */
  public double p() {
    return Tails.chiSquare(statistic, contenders() - 1.0);
  }

  /** Kendall's coefficient of concordance: 0 for no agreement of the blocks, 1 for full. */
  public double concordance() {
    return statistic / (blocks * (contenders() - 1.0));
  }

  /** The statistic of Iman and Davenport (1980), less cautious than χ²: F with k−1, (k−1)(n−1). */
  public double f() {
    double n = blocks;
    return (n - 1) * statistic / (n * (contenders() - 1) - statistic);
  }

  /** The p-value of {@link #f()}. */
  public double pOfF() {
    double k = contenders() - 1.0;
    return Tails.f(f(), k, k * (blocks - 1));
  }

  /** The difference of mean ranks that Nemenyi's test (1963) takes for real at this level. */
  public double criticalDifference(double level) {
    return Tails.rangeQuantile(level, contenders()) / Math.sqrt(2) * unit();
  }

  /** The p-value of Nemenyi's test of two contenders, corrected for all pairs. */
  public double nemenyi(int first, int second) {
    double apart = Math.abs(meanRanks[first] - meanRanks[second]);
    return Tails.range(apart / unit() * Math.sqrt(2), contenders());
  }

  /** The standard error of the difference of two mean ranks without effects. */
  private double unit() {
    return Math.sqrt(contenders() * (contenders() + 1.0) / (6.0 * blocks));
  }

  /** The p-value of Conover's test (1979) of two contenders, not corrected for several pairs. */
  public double conover(int first, int second) {
    double n = blocks;
    double k = contenders();
    double spread = squares - n * k * (k + 1) * (k + 1) / 4;
    double rest = 1 - statistic / (n * (k - 1));
    double degrees = (n - 1) * (k - 1);
    double apart = n * Math.abs(meanRanks[first] - meanRanks[second]);
    return Tails.studentBothSides(apart / Math.sqrt(2 * n * spread * rest / degrees), degrees);
  }
}
