package io.sluice.analysis.statistics;

import io.sluice.spi.RandomStream;
import java.util.Arrays;

/**
 * The Bayesian signed-rank test of paired differences with a region of practical equivalence
 * (Benavoli et al. 2014 and 2017), for each of three regions the probability that it is the
 * likeliest place of the mean of two differences: below −r, within ±r, above r.
 *
 * <p>The differences are supposed to be independent draws of an unknown distribution, of which a
 * Dirichlet process is the prior, with weight {@value #PRIOR} at 0. Weights (w_0, …, w_n) are drawn
 * from the Dirichlet distribution with parameters ({@value #PRIOR}, 1, …, 1), and Σ w_i w_j of the
 * pairs with d_i + d_j &lt; −2 r, between, and &gt; 2 r are compared. The draws are seeded: equal
 * differences give equal numbers, which are off by about 1 % by chance. There are {@value
 * #MOST_DRAWS} draws, and fewer, at least {@value #FEWEST_DRAWS}, of more than 25,000 differences.
 *
 * @param below that the mean of two lies below the region
 * @param within that it lies within
 * @param above that it lies above
 */
public record BayesianSignedRank(double below, double within, double above) {

  /** The weight of the prior, in observations. */
  public static final double PRIOR = 0.5;

  private static final int MOST_DRAWS = 2000;
  private static final int FEWEST_DRAWS = 200;
  private static final double MOST_STEPS = 5e7;

  /**
   * The test.
   *
   * @param region r, from 0 on; with 0 nothing lies within but what is 0 exactly
   * @param differences one for each independent pair, finite
   */
  public static BayesianSignedRank of(double region, double... differences) {
    if (!(region >= 0)) {
      throw new IllegalArgumentException("a region is from 0 on, not " + region);
    }
    double[] sorted = Arrays.copyOf(differences, differences.length + 1);
    Arrays.sort(sorted);
    int prior = Arrays.binarySearch(sorted, 0);
    RandomStream random = new RandomStream(differences.length);
    double[] weights = new double[sorted.length];
    double[] cumulated = new double[sorted.length + 1];
    double below = 0;
    double above = 0;
    int draws = (int) Math.max(FEWEST_DRAWS, Math.min(MOST_DRAWS, MOST_STEPS / differences.length));
    for (int draw = 0; draw < draws; draw++) {
      for (int i = 0; i < weights.length; i++) {
        weights[i] =
            i == prior ? halfSquare(random.nextGaussian()) : -Math.log(1 - random.nextDouble());
        cumulated[i + 1] = cumulated[i] + weights[i];
      }
      double high = 0;
      double low = 0;
      int over = sorted.length;
      int from = sorted.length;
      int under = sorted.length;
      int to = sorted.length;
      double all = cumulated[sorted.length];
      for (int i = 0; i < sorted.length; i++) {
        while (over > 0 && sorted[i] + sorted[over - 1] > 2 * region) {
          over--;
        }
        while (from > 0 && sorted[i] + sorted[from - 1] >= 2 * region) {
          from--;
        }
        while (under > 0 && sorted[i] + sorted[under - 1] >= -2 * region) {
          under--;
        }
        while (to > 0 && sorted[i] + sorted[to - 1] > -2 * region) {
          to--;
        }
        high += weights[i] * (all - (cumulated[over] + cumulated[from]) / 2);
        low += weights[i] * (cumulated[under] + cumulated[to]) / 2;
      }
      double between = all * all - high - low;
      above += high > between && high > low ? 1 : 0;
      below += low > between && low > high ? 1 : 0;
    }
    below /= draws;
    above /= draws;
    return new BayesianSignedRank(below, Math.max(0, 1 - below - above), above);
  }

  /** Of a normal number it is one of the gamma distribution with shape ½. */
  private static double halfSquare(double z) {
    return z * z / 2;
  }
}
