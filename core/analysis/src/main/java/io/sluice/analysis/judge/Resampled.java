package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialNumber;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /** A trial's number and its repeat. */
  private record Point(double value, int repeat) {}

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
    Point[] points =
        cells.stream()
            .flatMap(
                cell ->
                    IntStream.range(0, cell.repeats())
                        .filter(cell::has)
                        .mapToObj(repeat -> new Point(number.of(cell, repeat), repeat)))
            .filter(point -> point.value() < Double.POSITIVE_INFINITY)
            .sorted(Comparator.comparingDouble(Point::value))
            .toArray(Point[]::new);
    return new Sorted(
        Stream.of(points).mapToDouble(Point::value).toArray(),
        Stream.of(points).mapToInt(Point::repeat).toArray());
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
