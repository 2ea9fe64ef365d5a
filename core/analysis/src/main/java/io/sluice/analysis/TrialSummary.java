package io.sluice.analysis;

import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a group of trials came to.
 *
 * @param trials how many, at least one
 * @param successes for each target of the study how many reached it
 * @param target the place of the target that {@link #success} and {@code costToTarget} speak of, −1
 *     in a study without targets
 * @param costToTarget the median cost to this target, trials that missed it counting as +∞: so +∞
 *     itself unless more than half reached it; NaN in a study without targets
 * @param bestLoss the median of the lowest losses, trials that diverged or failed counting as +∞:
 *     what they had reached is gone
 * @param metric what is compared before anything else; empty if the target decides
 * @param others the other metrics that were measured and say how good a trial was, but for losses
 *     of the training rows
 * @param diverged how many diverged
 * @param failed how many failed
 */
public record TrialSummary(
    long trials,
    List<Share> successes,
    int target,
    Estimate costToTarget,
    Estimate bestLoss,
    Optional<MetricMedian> metric,
    List<MetricMedian> others,
    long diverged,
    long failed) {

  /**
   * The median of a metric's last values, trials that diverged or failed counting as the worst.
   *
   * @param metric its name
   * @param median may be infinite
   */
  public record MetricMedian(String metric, Estimate median) {
    public MetricMedian {
      Objects.requireNonNull(metric, "metric");
      Objects.requireNonNull(median, "median");
    }

    /** The median, negative if larger is better: the smaller the better. */
    private double badness() {
      return Merit.isLargerBetter(metric) ? -median.value() : median.value();
    }
  }

  /**
   * The better first: by the metric, if one decides, those that do not have it last; by the success
   * share, then the median cost, the median best loss and the share that diverged or failed; last
   * those of which no trial came to its end. Where all are equal neither is better.
   */
  public static final Comparator<TrialSummary> BETTER_FIRST =
      Comparator.comparing(TrialSummary::isLost)
          .thenComparingDouble(TrialSummary::badness)
          .thenComparingDouble(TrialSummary::misses)
          .thenComparingDouble(summary -> summary.costToTarget().value())
          .thenComparingDouble(summary -> summary.bestLoss().value())
          .thenComparingDouble(summary -> (double) summary.lost() / summary.trials());

  public TrialSummary {
    if (trials < 1) {
      throw new IllegalArgumentException("a summary needs at least one trial, not " + trials);
    }
    successes = List.copyOf(successes);
    others = List.copyOf(others);
    if (target < -1 || target >= successes.size()) {
      throw new IllegalArgumentException("no target " + target + " of " + successes.size());
    }
  }

  /** The summary of all trials of these cells at one target, −1 for none. */
  public static TrialSummary of(StudyRows rows, List<CellSamples> cells, int target) {
    if (cells.stream().anyMatch(CellSamples::isSample)) {
      return SketchedSummary.of(rows, cells, target);
    }
    int targets = rows.header().targets().size();
    int trials = cells.stream().mapToInt(CellSamples::trials).sum();
    double[] losses = new double[trials];
    double[] costs = new double[target < 0 ? 0 : trials];
    int at = 0;
    long diverged = 0;
    long failed = 0;
    for (CellSamples cell : cells) {
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (!cell.has(repeat)) {
          continue;
        }
        losses[at] = cell.isLost(repeat) ? Double.POSITIVE_INFINITY : cell.bestLoss(repeat);
        if (target >= 0) {
          costs[at] =
              cell.hit(target, repeat) ? cell.hitCost(target, repeat) : Double.POSITIVE_INFINITY;
        }
        at++;
      }
      diverged += cell.count(Outcome.DIVERGED);
      failed += cell.count(Outcome.FAILED);
    }
    List<Share> successes = new ArrayList<>();
    for (int i = 0; i < targets; i++) {
      int place = i;
      successes.add(new Share(cells.stream().mapToLong(cell -> cell.hits(place)).sum(), trials));
    }
    Estimate cost = target < 0 ? Estimate.withoutInterval(Double.NaN) : Median.of(costs);
    return new TrialSummary(
        trials,
        successes,
        target,
        cost,
        Median.of(losses),
        metric(rows, cells, trials, rows.rankingMetric()),
        rows.otherMerits().stream()
            .flatMap(metric -> metric(rows, cells, trials, metric).stream())
            .toList(),
        diverged,
        failed);
  }

  private static Optional<MetricMedian> metric(
      StudyRows rows, List<CellSamples> cells, int trials, String metric) {
    if (metric.isEmpty() || cells.stream().noneMatch(cell -> rows.hasMetric(cell, metric))) {
      return Optional.empty();
    }
    TrialNumber badness = rows.badness(metric);
    boolean larger = Merit.isLargerBetter(metric);
    double[] values = new double[trials];
    int at = 0;
    for (CellSamples cell : cells) {
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat)) {
          values[at++] = badness.of(cell, repeat);
        }
      }
    }
    Estimate median = Median.of(values);
    return Optional.of(
        new MetricMedian(
            metric,
            larger ? new Estimate(-median.value(), -median.upper(), -median.lower()) : median));
  }

  private double badness() {
    return metric.map(MetricMedian::badness).orElse(Double.POSITIVE_INFINITY);
  }

  /** How many trials reached the target; none of none in a study without targets. */
  public Share success() {
    return target < 0 ? new Share(0, 0) : successes.get(target);
  }

  /** How many trials diverged or failed. */
  public long lost() {
    return diverged + failed;
  }

  /** Whether no trial came to its end. */
  public boolean isLost() {
    return lost() == trials;
  }

  /** {@code 3 of 10 diverged, all failed}; empty if none did. */
  String fate() {
    List<String> parts = new ArrayList<>();
    if (diverged > 0) {
      parts.add((diverged == trials ? "all" : diverged + " of " + trials) + " diverged");
    }
    if (failed > 0) {
      parts.add((failed == trials ? "all" : failed + " of " + trials) + " failed");
    }
    return String.join(", ", parts);
  }

  private double misses() {
    return target < 0 ? 0 : 1 - success().value();
  }
}
