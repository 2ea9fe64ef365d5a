package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One contender whose repeats can be weighted, as a resample does: compared as a ranking does, by
 * success share, then median cost with missed trials at ∞, then median best loss with lost trials
 * at ∞.
 */
final class Resampled {

  private final int[] trials;
  private final int[] hits;
  private final int[] hitRepeats;
  private final double[] hitCosts;
  private final int[] lossRepeats;
  private final double[] losses;

  /** A trial's number and its repeat. */
  private record Point(double value, int repeat) {}

  Resampled(List<CellSamples> cells, int repeats, int target) {
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
    Point[] costs =
        points(cells)
            .filter(at -> target >= 0 && at.cell().hit(target, at.repeat()))
            .map(at -> new Point(at.cell().hitCost(target, at.repeat()), at.repeat()))
            .sorted(java.util.Comparator.comparingDouble(Point::value))
            .toArray(Point[]::new);
    Point[] best =
        points(cells)
            .map(at -> new Point(Contest.loss(at.cell(), at.repeat()), at.repeat()))
            .filter(point -> point.value() < Double.POSITIVE_INFINITY)
            .sorted(java.util.Comparator.comparingDouble(Point::value))
            .toArray(Point[]::new);
    hitRepeats = Stream.of(costs).mapToInt(Point::repeat).toArray();
    hitCosts = Stream.of(costs).mapToDouble(Point::value).toArray();
    lossRepeats = Stream.of(best).mapToInt(Point::repeat).toArray();
    losses = Stream.of(best).mapToDouble(Point::value).toArray();
  }

  private record Place(CellSamples cell, int repeat) {}

  private static Stream<Place> points(List<CellSamples> cells) {
    return cells.stream()
        .flatMap(
            cell ->
                IntStream.range(0, cell.repeats())
                    .filter(cell::has)
                    .mapToObj(repeat -> new Place(cell, repeat)));
  }

  /** How many trials these weights give it. */
  int trials(int[] weights) {
    return sum(trials, weights);
  }

  /** The share that missed the target; NaN of no trials. */
  double missed(int[] weights) {
    return 1 - (double) sum(hits, weights) / trials(weights);
  }

  /** The median cost; ∞ if it is above the limit for sure. */
  double cost(int[] weights, double limit) {
    return median(hitCosts, hitRepeats, weights, limit);
  }

  /** The median best loss, ∞ where half of the trials were lost; ∞ if above the limit for sure. */
  double loss(int[] weights, double limit) {
    return median(losses, lossRepeats, weights, limit);
  }

  private static int sum(int[] counts, int[] weights) {
    int sum = 0;
    for (int repeat = 0; repeat < counts.length; repeat++) {
      sum += counts[repeat] * weights[repeat];
    }
    return sum;
  }

  /** The mean of the middle two, as of so many numbers of which those not given are ∞. */
  private double median(double[] sorted, int[] repeats, int[] weights, double limit) {
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
