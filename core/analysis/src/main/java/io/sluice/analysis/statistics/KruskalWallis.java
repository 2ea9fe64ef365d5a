package io.sluice.analysis.statistics;

import java.util.List;

/**
 * The test of Kruskal and Wallis (1952) of several independent samples, corrected for ties.
 *
 * @param h the statistic
 * @param degrees degrees of freedom
 */
public record KruskalWallis(double h, int degrees) {

  /** The test of these samples. */
  public static KruskalWallis of(List<double[]> samples) {
    double[] all = samples.stream().flatMapToDouble(java.util.Arrays::stream).toArray();
    Ranks ranks = Ranks.of(all);
    double n = all.length;
    double sum = 0;
    int at = 0;
    for (double[] sample : samples) {
      double own = 0;
      for (int i = 0; i < sample.length; i++) {
        own += ranks.ranks()[at++];
      }
      sum += own * own / sample.length;
    }
    double h = 12 / (n * (n + 1)) * sum - 3 * (n + 1);
    return new KruskalWallis(h / (1 - ranks.ties() / (n * n * n - n)), samples.size() - 1);
  }

  /** The p-value by the χ² approximation. */
  public double p() {
    return Tails.chiSquare(h, degrees);
  }
}
