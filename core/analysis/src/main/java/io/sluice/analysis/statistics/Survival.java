package io.sluice.analysis.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The product-limit estimate of Kaplan and Meier (1958): the share of runs that have not reached
 * their target yet, over cost. A run that stopped without it is censored there: it tells that its
 * cost is higher and not how much.
 *
 * @param times the costs at which runs reached the target, rising
 * @param surviving the share left after each
 * @param atRisk how many runs had come that far
 * @param events how many reached it there
 */
public record Survival(double[] times, double[] surviving, int[] atRisk, int[] events) {

  private static final double Z = 1.959963984540054;

  /** The estimate from what runs spent, and whether they reached the target then. */
  public static Survival of(double[] spent, boolean[] reached) {
    double[] all = spent.clone();
    Arrays.sort(all);
    double[] hits =
        IntStream.range(0, spent.length)
            .filter(i -> reached[i])
            .mapToDouble(i -> spent[i])
            .sorted()
            .toArray();
    double[] times =
        IntStream.range(0, hits.length)
            .filter(i -> i == 0 || hits[i] != hits[i - 1])
            .mapToDouble(i -> hits[i])
            .toArray();
    double[] surviving = new double[times.length];
    int[] atRisk = new int[times.length];
    int[] events = new int[times.length];
    double left = 1;
    int hit = 0;
    int past = 0;
    for (int i = 0; i < times.length; i++) {
      while (all[past] < times[i]) {
        past++;
      }
      int from = hit;
      while (hit < hits.length && hits[hit] == times[i]) {
        hit++;
      }
      atRisk[i] = all.length - past;
      events[i] = hit - from;
      left *= 1 - (double) events[i] / atRisk[i];
      surviving[i] = left;
    }
    return new Survival(times, surviving, atRisk, events);
  }

  /** The share that has not reached the target at a cost. */
  public double at(double cost) {
    double share = 1;
    for (int i = 0; i < times.length && times[i] <= cost; i++) {
      share = surviving[i];
    }
    return share;
  }

  /**
   * The 95 % band at each of {@link #times()}: Greenwood's variance on the scale of log(−log S),
   * which keeps it within 0 and 1.
   *
   * @return lower and upper end of each
   */
  public double[][] band() {
    double[][] band = new double[times.length][2];
    double sum = 0;
    for (int i = 0; i < times.length; i++) {
      double risk = atRisk[i];
      sum += risk > events[i] ? events[i] / (risk * (risk - events[i])) : 0;
      double share = surviving[i];
      if (share <= 0 || share >= 1) {
        band[i] = new double[] {share, share};
        continue;
      }
      double half = Z * Math.sqrt(sum) / Math.abs(Math.log(share));
      band[i][0] = Math.pow(share, Math.exp(half));
      band[i][1] = Math.pow(share, Math.exp(-half));
    }
    return band;
  }

  /** The cost by which a share of the runs has reached the target; ∞ if fewer ever did. */
  public double quantile(double p) {
    for (int i = 0; i < times.length; i++) {
      if (1 - surviving[i] >= p - 1e-12) {
        return times[i];
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /**
   * The restricted mean: the area under the curve up to a cost, what a run spends if stopped there.
   */
  public double restrictedMean(double limit) {
    double area = 0;
    double from = 0;
    double share = 1;
    for (int i = 0; i < times.length && times[i] < limit; i++) {
      area += (times[i] - from) * share;
      from = times[i];
      share = surviving[i];
    }
    return area + (limit - from) * share;
  }

  /**
   * The log-rank test (Mantel 1966) of two groups of runs: whether one reaches the target at lower
   * cost than the other.
   *
   * @return the two-sided p-value by the χ² approximation, 1 where no run reached it
   */
  public static double logRank(
      double[] spent, boolean[] reached, double[] otherSpent, boolean[] otherReached) {
    double[] all = new double[spent.length + otherSpent.length];
    System.arraycopy(spent, 0, all, 0, spent.length);
    System.arraycopy(otherSpent, 0, all, spent.length, otherSpent.length);
    double difference = 0;
    double variance = 0;
    for (double time : Arrays.stream(all).distinct().sorted().toArray()) {
      double first = atRisk(spent, time);
      double both = first + atRisk(otherSpent, time);
      double hits = hits(spent, reached, time);
      double allHits = hits + hits(otherSpent, otherReached, time);
      if (allHits > 0 && both > 1) {
        difference += hits - allHits * first / both;
        variance += allHits * (first / both) * (1 - first / both) * (both - allHits) / (both - 1);
      }
    }
    return variance > 0 ? Tails.chiSquare(difference * difference / variance, 1) : 1;
  }

  private static double atRisk(double[] spent, double time) {
    return Arrays.stream(spent).filter(value -> value >= time).count();
  }

  private static double hits(double[] spent, boolean[] reached, double time) {
    int hits = 0;
    for (int i = 0; i < spent.length; i++) {
      hits += reached[i] && spent[i] == time ? 1 : 0;
    }
    return hits;
  }
}
