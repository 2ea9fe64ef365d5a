package io.sluice.analysis;

import io.sluice.sketch.CellSketch;
import io.sluice.sketch.NumberSketch;
import io.sluice.spi.Outcome;
import java.util.List;
import java.util.Optional;

/** What a group of trials came to, from sketches. */
final class SketchedSummary {

  private SketchedSummary() {}

  /** The summary of all trials of these cells at one target, −1 for none. */
  static TrialSummary of(StudyRows rows, List<CellSamples> cells, int target) {
    int targets = rows.header().targets().size();
    CellSketch all = new CellSketch(targets);
    cells.forEach(cell -> all.merge(rows.all(cell)));
    int trials = Math.toIntExact(all.trials());
    return new TrialSummary(
        trials,
        all.hitCosts().stream().map(hit -> new Share(hit.count(), trials)).toList(),
        target,
        target < 0
            ? Estimate.withoutInterval(Double.NaN)
            : ascending(all.hitCosts().get(target), trials),
        ascending(all.bestLoss(), trials),
        metric(all, trials, rows.rankingMetric()),
        rows.otherMerits().stream().flatMap(name -> metric(all, trials, name).stream()).toList(),
        all.count(Outcome.DIVERGED),
        all.count(Outcome.FAILED));
  }

  /** The median of numbers, the trials that have none counting as ∞. */
  private static Estimate ascending(NumberSketch sketch, int trials) {
    return Median.of(
        trials, place -> place < sketch.count() ? sketch.at(place) : Double.POSITIVE_INFINITY);
  }

  /** The same where larger is better, the trials that have none counting as −∞. */
  private static Estimate descending(NumberSketch sketch, int trials) {
    long none = trials - sketch.count();
    return Median.of(
        trials, place -> place < none ? Double.NEGATIVE_INFINITY : sketch.at(place - none));
  }

  private static Optional<TrialSummary.MetricMedian> metric(
      CellSketch all, int trials, String metric) {
    NumberSketch sketch =
        metric.equals(Merit.LOSS)
            ? all.finalLoss()
            : metric.equals(Merit.BEST_LOSS) ? all.bestLoss() : all.metrics().get(metric);
    return metric.isEmpty() || sketch == null
        ? Optional.empty()
        : Optional.of(
            new TrialSummary.MetricMedian(
                metric,
                Merit.isLargerBetter(metric)
                    ? descending(sketch, trials)
                    : ascending(sketch, trials)));
  }
}
