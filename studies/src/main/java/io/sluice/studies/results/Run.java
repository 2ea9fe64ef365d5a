package io.sluice.studies.results;

import io.sluice.spi.Outcome;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * One run, before the targets of the whole are known.
 *
 * @param factors its labels by factor
 * @param hyperparameters by name, as far as they are known
 * @param repeat which repetition, in the words of the file; empty if it does not say
 * @param result what it came to, without costs to targets
 * @param hits what had been spent at the first hit of a target, NaN if it was never hit
 */
record Run(
    Map<String, String> factors,
    Map<String, Double> hyperparameters,
    String repeat,
    TrialResult result,
    Hits hits) {

  /** First hits of targets. */
  @FunctionalInterface
  interface Hits {
    /**
     * What had been spent, NaN if the target was never hit.
     *
     * @throws ResultFormatException if nothing is known of this target
     */
    double cost(double target);
  }

  /**
   * A loss.
   *
   * @param cost what had been spent
   * @param loss the loss then
   */
  record Point(double cost, double loss) {}

  /**
   * A run of which losses are known.
   *
   * @param points in any order; losses that are no number count for nothing
   * @param cost what was spent in all; at least that of the last point
   */
  static Run of(Map<String, String> factors, String repeat, List<Point> points, double cost) {
    List<Point> sorted = new ArrayList<>(points);
    sorted.removeIf(point -> Double.isNaN(point.loss()));
    sorted.sort(Comparator.comparingDouble(Point::cost).thenComparingDouble(Point::loss));
    List<Point> falling = new ArrayList<>();
    for (Point point : sorted) {
      if (falling.isEmpty() || point.loss() < falling.get(falling.size() - 1).loss()) {
        falling.add(point);
      }
    }
    double spent = points.stream().mapToDouble(Point::cost).reduce(cost, Math::max);
    Point first = sorted.isEmpty() ? new Point(spent, Double.NaN) : sorted.get(0);
    Point last = sorted.isEmpty() ? first : sorted.get(sorted.size() - 1);
    Point best = falling.isEmpty() ? first : falling.get(falling.size() - 1);
    boolean lost = Double.isNaN(best.loss()) || best.loss() == Double.POSITIVE_INFINITY;
    TrialResult result =
        new TrialResult(
            lost ? Outcome.DIVERGED : Outcome.COMPLETED,
            Math.round(spent),
            spent,
            first.loss(),
            last.loss(),
            best.loss(),
            best.cost(),
            List.of(),
            "");
    return new Run(factors, Map.of(), repeat, result, target -> first(falling, target));
  }

  private static double first(List<Point> falling, double target) {
    for (Point point : falling) {
      if (point.loss() <= target) {
        return point.cost();
      }
    }
    return Double.NaN;
  }
}
