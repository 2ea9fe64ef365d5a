package io.sluice.analysis.statistics;

import java.util.Arrays;

/**
 * Wilcoxon's signed-rank test (1945) of paired differences: whether they lie symmetrically around
 * 0. Differences of 0 are dropped, equal sizes share the mean of their ranks.
 *
 * @param pairs how many differences are not 0
 * @param positive the sum of the ranks of the positive ones
 * @param negative that of the negative ones
 * @param ties the sum of t³ − t over the groups of equal sizes
 * @param doubledRanks twice the ranks, which are whole numbers
 */
public record SignedRank(
    int pairs, double positive, double negative, double ties, int[] doubledRanks) {

  /** More pairs than this are told by the normal approximation. */
  public static final int MOST_EXACT = 60;

  /** The test of these differences. */
  public static SignedRank of(double... differences) {
    double[] kept = Arrays.stream(differences).filter(d -> d != 0).toArray();
    Ranks ranks = Ranks.of(Arrays.stream(kept).map(Math::abs).toArray());
    double positive = 0;
    double negative = 0;
    int[] doubled = new int[kept.length];
    for (int i = 0; i < kept.length; i++) {
      double rank = ranks.ranks()[i];
      positive += kept[i] > 0 ? rank : 0;
      negative += kept[i] < 0 ? rank : 0;
      doubled[i] = (int) Math.round(2 * rank);
    }
    return new SignedRank(kept.length, positive, negative, ranks.ties(), doubled);
  }

  /** The smaller of the two sums. */
  public double statistic() {
    return Math.min(positive, negative);
  }

  /**
   * The two-sided p-value over all patterns of signs, ties as they are: P(|W − μ| ≥ |w − μ|).
   * Counts patterns by their sum, so it takes time of the order of pairs³.
   */
  public double exact() {
    int total = Arrays.stream(doubledRanks).sum();
    double[] probability = new double[total + 1];
    probability[0] = 1;
    int reached = 0;
    for (int rank : doubledRanks) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        double with = sum >= rank ? probability[sum - rank] : 0;
        probability[sum] = (probability[sum] + with) / 2;
      }
    }
    int apart = Math.abs((int) Math.round(2 * positive) * 2 - total);
    double p = 0;
    for (int sum = 0; sum <= total; sum++) {
      p += Math.abs(2 * sum - total) >= apart ? probability[sum] : 0;
    }
    return Math.min(1, p);
  }

  /** The two-sided p-value by the normal approximation with ties, 1 without pairs. */
  public double asymptotic(boolean continuity) {
    if (pairs == 0) {
      return 1;
    }
    double n = pairs;
    double variance = (n * (n + 1) * (2 * n + 1) - ties / 2) / 24;
    double apart = Math.abs(positive - n * (n + 1) / 4) - (continuity ? 0.5 : 0);
    return Math.min(1, 2 * Tails.normal(Math.max(0, apart) / Math.sqrt(variance)));
  }

  /** Exact up to {@value #MOST_EXACT} pairs, else approximate with correction for continuity. */
  public double p() {
    return pairs <= MOST_EXACT ? exact() : asymptotic(true);
  }
}
