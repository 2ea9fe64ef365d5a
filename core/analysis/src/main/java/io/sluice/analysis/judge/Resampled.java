package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialNumber;
import java.util.Arrays;
import java.util.List;

/**
 * One contender whose repeats can be weighted, as a resample does: compared as a ranking does, by
 * the median of a metric with lost trials at ∞ if one decides, success share, then median cost with
 * missed trials at ∞, then median best loss with lost trials at ∞.
 */
final class Resampled {

  private static final double[] NONE = {};

  private final int[] trials;
  private final int[] hits;
  private final Sorted metric;
  private final Sorted costs;
  private final Sorted losses;

  /** Finite numbers of trials, ascending, and the repeats of these. */
  private record Sorted(double[] values, int[] repeats) {}

  /** One whose trials count for themselves, by the metric that is not empty, then by the target. */
  Resampled(StudyRows rows, List<CellSamples> cells, int repeats, int target, String metric) {
    trials = new int[repeats];
    hits = new int[repeats];
    for (CellSamples cell : cells) {
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat)) {
          trials[repeat]++;
          hits[repeat] += target >= 0 && cell.hit(target, repeat) ? 1 : 0;
        }
      }
    }
    boolean measured =
        !metric.isEmpty() && cells.stream().anyMatch(cell -> rows.hasMetric(cell, metric));
    this.metric = measured ? sorted(cells, rows.badness(metric)) : new Sorted(NONE, new int[0]);
    costs =
        sorted(
            cells,
            (cell, repeat) ->
                target >= 0 && cell.hit(target, repeat)
                    ? cell.hitCost(target, repeat)
                    : Double.POSITIVE_INFINITY);
    losses = sorted(cells, Contest::loss);
  }

  private static Sorted sorted(List<CellSamples> cells, TrialNumber number) {
    int trials = cells.stream().mapToInt(CellSamples::trials).sum();
    double[] given = new double[trials];
    int[] repeats = new int[trials];
    int finite = 0;
    for (CellSamples cell : cells) {
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        double value = cell.has(repeat) ? number.of(cell, repeat) : Double.POSITIVE_INFINITY;
        if (value < Double.POSITIVE_INFINITY) {
          given[finite] = value;
          repeats[finite++] = repeat;
        }
      }
    }
    double[] values = Arrays.copyOf(given, finite);
    Arrays.sort(values);
    long[] order = new long[finite];
    for (int i = 0; i < finite; i++) {
      order[i] = (long) Arrays.binarySearch(values, given[i]) << Integer.SIZE | repeats[i];
    }
    Arrays.sort(order);
    return new Sorted(values, Arrays.stream(order).mapToInt(one -> (int) one).toArray());
  }

  /** How many trials these weights give it. */
  int trials(int[] weights) {
    return sum(trials, weights);
  }

  /** The share that missed the target; NaN of no trials. */
  double missed(int[] weights) {
    return 1 - (double) sum(hits, weights) / trials(weights);
  }

  /** The median of how bad the metric is; ∞ without one, and if it is above the limit for sure. */
  double metric(int[] weights, double limit) {
    return median(metric, weights, limit);
  }

  /** The median cost; ∞ if it is above the limit for sure. */
  double cost(int[] weights, double limit) {
    return median(costs, weights, limit);
  }

  /** The median best loss, ∞ where half of the trials were lost; ∞ if above the limit for sure. */
  double loss(int[] weights, double limit) {
    return median(losses, weights, limit);
  }

  private static int sum(int[] counts, int[] weights) {
    int sum = 0;
    for (int repeat = 0; repeat < counts.length; repeat++) {
      sum += counts[repeat] * weights[repeat];
    }
    return sum;
  }

  /** The mean of the middle two, as of so many numbers of which those not given are ∞. */
  private double median(Sorted numbers, int[] weights, double limit) {
    double[] sorted = numbers.values();
    int[] repeats = numbers.repeats();
    int count = trials(weights);
    int lower = (count + 1) / 2;
    int upper = count / 2 + 1;
    int seen = 0;
    int i = 0;
    while (i < sorted.length && seen < lower && sorted[i] <= limit) {
      seen += weights[repeats[i++]];
    }
    if (seen < lower) {
      return Double.POSITIVE_INFINITY;
    }
    double low = sorted[i - 1];
    while (i < sorted.length && seen < upper) {
      seen += weights[repeats[i++]];
    }
    double high = seen < upper ? Double.POSITIVE_INFINITY : sorted[i - 1];
    return low == high ? low : low + (high - low) / 2;
  }
}
