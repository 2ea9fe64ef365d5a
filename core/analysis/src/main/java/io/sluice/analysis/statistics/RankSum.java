package io.sluice.analysis.statistics;

/**
 * The test of Mann and Whitney (1947) of two independent samples.
 *
 * @param u the number of pairs in which the first is larger, equal ones counting half
 * @param first the size of the first sample
 * @param second that of the second
 * @param ties the sum of t³ − t over the groups of equal numbers
 */
public record RankSum(double u, int first, int second, double ties) {

  /** The test of these samples. */
  public static RankSum of(double[] first, double[] second) {
    double[] all = new double[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    Ranks ranks = Ranks.of(all);
    double sum = 0;
    for (int i = 0; i < first.length; i++) {
      sum += ranks.ranks()[i];
    }
    double u = sum - first.length * (first.length + 1.0) / 2;
    return new RankSum(u, first.length, second.length, ranks.ties());
  }

  /** The two-sided p-value by the normal approximation with ties. */
  public double p(boolean continuity) {
    double n = first + second;
    double product = (double) first * second;
    double variance = product / 12 * (n + 1 - ties / (n * (n - 1)));
    double apart = Math.abs(u - product / 2) - (continuity ? 0.5 : 0);
    return Math.min(1, 2 * Tails.normal(apart / Math.sqrt(variance)));
  }
}
