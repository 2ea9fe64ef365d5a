package io.sluice.studies.export;

import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a trial had reached after how many evaluations, as far as a store knows: its first loss, the
 * first hit of each target, measured losses, its lowest loss and its end.
 *
 * <p>An evaluation is a forward-equivalent, rounded to the nearest whole number, at least 1. Where
 * only a hit of a target is known, the loss then was at most the target, and counts as it. A loss
 * that is no number is none: what had been reached before stays.
 *
 * @param points the first evaluation, each one at which the best loss falls, and the last
 */
record RunCurve(List<Point> points) {

  /**
   * The best loss so far.
   *
   * @param evaluations how many were spent
   * @param best the lowest loss seen by then; +∞ if there was none
   */
  record Point(long evaluations, double best) {}

  RunCurve {
    points = List.copyOf(points);
  }

  /** The curve of a trial with its measurements. */
  static RunCurve of(
      TrialEvent.Finished trial, List<Double> targets, List<TrialEvent.Measured> measurements) {
    TrialResult result = trial.result();
    List<Point> seen = new ArrayList<>();
    add(seen, 1, result.initialLoss());
    add(seen, result.bestCost(), result.bestLoss());
    for (int i = 0; i < targets.size(); i++) {
      add(seen, result.hitCosts().get(i), targets.get(i));
    }
    for (TrialEvent.Measured measured : measurements) {
      if (measured.metric().equals("loss") || measured.metric().equals("best-loss")) {
        add(seen, measured.cost(), measured.value());
      }
    }
    seen.sort(Comparator.comparingLong(Point::evaluations).thenComparingDouble(Point::best));
    long last = evaluations(result.cost());
    List<Point> curve = new ArrayList<>();
    curve.add(new Point(1, Double.POSITIVE_INFINITY));
    for (Point point : seen) {
      Point before = curve.get(curve.size() - 1);
      if (point.best() < before.best()) {
        if (point.evaluations() == before.evaluations()) {
          curve.remove(curve.size() - 1);
        }
        curve.add(point);
      }
    }
    Point end = curve.get(curve.size() - 1);
    if (end.evaluations() < last) {
      curve.add(new Point(last, end.best()));
    }
    return new RunCurve(curve);
  }

  private static void add(List<Point> points, double cost, double loss) {
    if (!Double.isNaN(cost) && !Double.isNaN(loss)) {
      points.add(new Point(evaluations(cost), loss));
    }
  }

  private static long evaluations(double cost) {
    return Math.max(1, Math.round(cost));
  }

  /** How many evaluations the trial took. */
  long evaluations() {
    return end().evaluations();
  }

  /** The last point, with the lowest loss. */
  Point end() {
    return points.get(points.size() - 1);
  }

  /** The first point that has the lowest loss. */
  Point firstBest() {
    return points.stream().filter(point -> point.best() == end().best()).findFirst().orElseThrow();
  }

  /** The best loss after so many evaluations, at least 1. */
  double best(long evaluations) {
    double best = Double.POSITIVE_INFINITY;
    for (Point point : points) {
      if (point.evaluations() > evaluations) {
        break;
      }
      best = point.best();
    }
    return best;
  }
}
