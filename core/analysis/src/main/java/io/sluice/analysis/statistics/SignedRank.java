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

  /** What becomes of differences of 0 in the normal approximation. */
  public enum Zeros {
    /** They are dropped (Wilcoxon). */
    DROPPED,
    /** They take ranks, which then count for neither side (Pratt 1959). */
    RANKED,
    /** They take ranks, half of which count for each side. */
    SPLIT
  }

  /** The two-sided p-value by the normal approximation with ties, 1 without pairs. */
  public double asymptotic(boolean continuity) {
    double n = pairs;
    return asymptotic(positive, n * (n + 1) / 4, squares(n) - ties / 2, continuity);
  }

  /** The same with the differences of 0 treated otherwise. */
  public static double asymptotic(Zeros zeros, boolean continuity, double... differences) {
    SignedRank dropped = of(differences);
    double n = differences.length;
    double none = n - dropped.pairs;
    if (zeros == Zeros.DROPPED || none == 0) {
      return dropped.asymptotic(continuity);
    }
    // Zeros have the lowest ranks, so those of the others rise by how many zeros there are.
    long positives = Arrays.stream(differences).filter(d -> d > 0).count();
    double above = dropped.positive + none * positives;
    double all = none * (none + 1);
    boolean split = zeros == Zeros.SPLIT;
    return asymptotic(
        above + (split ? all / 4 : 0),
        (n * (n + 1) - (split ? 0 : all)) / 4,
        squares(n)
            - (split ? 0 : squares(none))
            - (dropped.ties + (split ? none * none * none - none : 0)) / 2,
        continuity);
  }

  private static double squares(double n) {
    return n * (n + 1) * (2 * n + 1);
  }

  private static double asymptotic(
      double positive, double mean, double variance24, boolean continuity) {
    if (!(variance24 > 0)) {
      return 1;
    }
    double apart = Math.abs(positive - mean) - (continuity ? 0.5 : 0);
    return Math.min(1, 2 * Tails.normal(Math.max(0, apart) / Math.sqrt(variance24 / 24)));
  }

  /** Exact up to {@value #MOST_EXACT} pairs, else approximate with correction for continuity. */
  public double p() {
    return pairs <= MOST_EXACT ? exact() : asymptotic(true);
  }
}
