package io.sluice.analysis.statistics;

import io.sluice.analysis.OrderStatistics;
import io.sluice.spi.RandomStream;

/**
 * How far apart normal samples of deviation 1 must lie for a rank test to tell them apart.
 *
 * <p>Both tests count: Wilcoxon's the pairwise means that are positive, that of Mann and Whitney
 * the differences that are. So for each sample there is a shift from which on it is significant, an
 * order statistic of these (Hodges and Lehmann 1963), and the power of a shift is the share of
 * samples whose own is no larger. These are simulated, with fixed random numbers; the standard
 * error of a power of 80 % is 0.6 %. Beyond {@value #MOST_SIMULATED} in a sample the shift is that
 * of the t test by the root of the efficiency 3/π (Pitman; Lehmann 1975, <i>Nonparametrics</i>).
 */
public final class CriticalShift {

  /** Larger samples are told by the approximation. */
  public static final int MOST_SIMULATED = 50;

  private static final int SAMPLES = 4000;
  private static final double EFFICIENCY = 3 / Math.PI;

  private CriticalShift() {}

  /**
   * The shift of n differences, in units of their own deviation, that Wilcoxon's signed-rank test
   * finds with this power; ∞ if it can find none.
   *
   * @param level two-sided
   */
  public static double paired(int n, double level, double power) {
    if (n > MOST_SIMULATED) {
      return approximate(level, power) / Math.sqrt(n);
    }
    int critical = criticalSignedRank(n, level);
    int means = n * (n + 1) / 2;
    if (critical > means) {
      return Double.POSITIVE_INFINITY;
    }
    RandomStream random = new RandomStream(RandomStream.key(RandomStream.key("paired"), n));
    double[] shifts = new double[SAMPLES];
    double[] sample = new double[n];
    double[] walsh = new double[means];
    for (int s = 0; s < SAMPLES; s++) {
      int at = 0;
      for (int i = 0; i < n; i++) {
        sample[i] = random.nextGaussian();
        for (int j = 0; j <= i; j++) {
          walsh[at++] = (sample[i] + sample[j]) / 2;
        }
      }
      shifts[s] = -OrderStatistics.place(walsh, 0, means, means - critical);
    }
    return Aggregate.quantile(power, shifts);
  }

  /**
   * The shift between two samples of n each, in units of the deviation, that the test of Mann and
   * Whitney finds with this power; ∞ if it can find none.
   *
   * @param level two-sided
   */
  public static double unpaired(int n, double level, double power) {
    if (n > MOST_SIMULATED) {
      return approximate(level, power) * Math.sqrt(2.0 / n);
    }
    int critical = criticalRankSum(n, level);
    int differences = n * n;
    if (critical > differences) {
      return Double.POSITIVE_INFINITY;
    }
    RandomStream random = new RandomStream(RandomStream.key(RandomStream.key("unpaired"), n));
    double[] shifts = new double[SAMPLES];
    double[] first = new double[n];
    double[] apart = new double[differences];
    for (int s = 0; s < SAMPLES; s++) {
      for (int i = 0; i < n; i++) {
        first[i] = random.nextGaussian();
      }
      int at = 0;
      for (int j = 0; j < n; j++) {
        double second = random.nextGaussian();
        for (int i = 0; i < n; i++) {
          apart[at++] = second - first[i];
        }
      }
      shifts[s] = -OrderStatistics.place(apart, 0, differences, differences - critical);
    }
    return Aggregate.quantile(power, shifts);
  }

  private static double approximate(double level, double power) {
    return (Tails.normalQuantile(1 - level / 2) + Tails.normalQuantile(power))
        / Math.sqrt(EFFICIENCY);
  }

  /** The least sum of positive ranks that is significant; more than there can be if none is. */
  static int criticalSignedRank(int n, double level) {
    int most = n * (n + 1) / 2;
    double[] probability = new double[most + 1];
    probability[0] = 1;
    int reached = 0;
    for (int rank = 1; rank <= n; rank++) {
      reached += rank;
      for (int sum = reached; sum >= 0; sum--) {
        probability[sum] = (probability[sum] + (sum >= rank ? probability[sum - rank] : 0)) / 2;
      }
    }
    double tail = 0;
    int critical = most + 1;
    while (critical > 0 && 2 * (tail + probability[critical - 1]) <= level) {
      tail += probability[--critical];
    }
    return critical;
  }

  /** The least number of larger ones that is significant by {@link RankSum#p}. */
  static int criticalRankSum(int n, double level) {
    int critical = n * n + 1;
    while (critical > 1 && new RankSum(critical - 1, n, n, 0).p(true) <= level) {
      critical--;
    }
    return critical;
  }
}
