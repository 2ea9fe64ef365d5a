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

  /** The share that reached the target; NaN of no trials. */
  double success(int[] weights) {
    return (double) sum(hits, weights) / trials(weights);
  }

  /** The median cost. */
  double cost(int[] weights) {
    return median(hitCosts, hitRepeats, weights, trials(weights));
  }

  /** The median best loss; ∞ where half of the trials were lost, or more. */
  double loss(int[] weights) {
    return median(losses, lossRepeats, weights, trials(weights));
  }

  private static int sum(int[] counts, int[] weights) {
    int sum = 0;
    for (int repeat = 0; repeat < counts.length; repeat++) {
      sum += counts[repeat] * weights[repeat];
    }
    return sum;
  }

  /** The mean of the middle two, as of so many numbers of which those not given are ∞. */
  private static double median(double[] sorted, int[] repeats, int[] weights, int count) {
    int lower = (count + 1) / 2;
    int upper = count / 2 + 1;
    int seen = 0;
    double low = Double.POSITIVE_INFINITY;
    for (int i = 0; i < sorted.length; i++) {
      int before = seen;
      seen += weights[repeats[i]];
      if (before < lower && seen >= lower) {
        low = sorted[i];
      }
      if (seen >= upper) {
        return low == sorted[i] ? low : low + (sorted[i] - low) / 2;
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
