package io.sluice.analysis;

import io.sluice.sketch.CellSketch;
import io.sluice.spi.CellSummary;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.ResultStore;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The finished trials of a study, cell by cell. About 50 bytes a trial: half a million trials with
 * three targets take some 27 MB. Of each metric only the last value of a trial is kept, in 8 bytes.
 * Of more than {@link RowCollector#MOST_ROWS} trials the first of each cell stand for the others,
 * of which there are sketches; so it is too in a study that keeps summaries.
 */
public final class StudyRows {

  private final StudyHeader header;
  private final List<CellSamples> cells;
  private final long cancelled;
  private final SortedMap<String, Integer> metrics;
  private final List<Failure> failures;
  private final List<Convergence.Curve> convergence;
  private final List<StudyRows> tuning;
  private final Map<String, List<String>> levels = new ConcurrentHashMap<>();

  StudyRows(
      StudyHeader header,
      List<CellSamples> cells,
      long cancelled,
      SortedMap<String, Integer> metrics,
      List<Failure> failures,
      List<Convergence.Curve> convergence,
      List<StudyRows> tuning) {
    this.header = header;
    this.cells = List.copyOf(cells);
    this.cancelled = cancelled;
    this.metrics = Collections.unmodifiableSortedMap(metrics);
    this.failures = List.copyOf(failures);
    this.convergence = List.copyOf(convergence);
    this.tuning = List.copyOf(tuning);
  }

  /** The same rows with those of the studies that chose values for them, in order. */
  public StudyRows withTuning(List<StudyRows> studies) {
    return new StudyRows(header, cells, cancelled, metrics, failures, convergence, studies);
  }

  /** The rows of the studies that chose values for this one, in order; none if it is not tuned. */
  public List<StudyRows> tuning() {
    return tuning;
  }

  /**
   * Reads the stream to its end, in any order. Cancelled trials are only counted. The caller closes
   * the stream.
   */
  public static StudyRows collect(StudyHeader header, Stream<TrialEvent.Finished> rows) {
    RowCollector collector = new RowCollector(header);
    rows.sequential().forEach(collector::add);
    return collector.rows();
  }

  /** Reads what a store has of a study: its trials, and of their measurements the last ones. */
  public static StudyRows collect(StudyHeader header, ResultStore store) {
    RowCollector collector = new RowCollector(header);
    try (Stream<TrialEvent.Finished> trials = store.trials(header.id())) {
      trials.sequential().forEach(collector::add);
    }
    try (Stream<TrialEvent.Measured> measurements = store.measurements(header.id())) {
      measurements.sequential().forEach(collector::add);
    }
    try (Stream<CellSummary> summaries = store.summaries(header.id())) {
      summaries.sequential().forEach(collector::add);
    }
    return collector.rows().withTuning(Tuned.rows(store, header));
  }

  /** What is known of the study. */
  public StudyHeader header() {
    return header;
  }

  /** The names of the study's factors, in order. */
  public List<String> factors() {
    return Factor.names(header.factors());
  }

  /** The presets of those factors that cells may leave out: how training proceeds. */
  public Map<String, String> presets() {
    return Factor.presets(header.factors());
  }

  /** The cells with at least one trial, in the order of the plan. */
  public List<CellSamples> cells() {
    return cells;
  }

  /** How many trials were left out because they were stopped from outside. */
  public long cancelled() {
    return cancelled;
  }

  /** How many trials there are. */
  public long trials() {
    return cells.stream().mapToLong(CellSamples::allTrials).sum();
  }

  /** How many trials have rows: all, unless these are a sample. */
  public long sampled() {
    return cells.stream().mapToLong(CellSamples::trials).sum();
  }

  /** Whether there are more trials than rows. */
  public boolean isSample() {
    return cells.stream().anyMatch(CellSamples::isSample);
  }

  /** What all trials of a cell came to. */
  CellSketch all(CellSamples cell) {
    List<String> names = new ArrayList<>(Collections.nCopies(metrics.size(), ""));
    metrics.forEach((name, place) -> names.set(place, name));
    return cell.all(names);
  }

  /** How many trials ended in this way. */
  public long count(Outcome outcome) {
    return outcome == Outcome.CANCELLED
        ? cancelled
        : cells.stream().mapToLong(cell -> cell.allCount(outcome)).sum();
  }

  /** Why trials failed, the most frequent first. */
  public List<Failure> failures() {
    return failures;
  }

  /** How the loss falls, by optimizer and by activation on each problem; empty if not measured. */
  public List<Convergence.Curve> convergence() {
    return convergence;
  }

  /** The names of all metrics that were measured, in the order of the alphabet. */
  public List<String> metrics() {
    return List.copyOf(metrics.keySet());
  }

  /** The place of a metric for {@link CellSamples#metric}; −1 if it was never measured. */
  public int place(String metric) {
    return metrics.getOrDefault(metric, -1);
  }

  /** Whether there are last values of a metric in a cell. */
  public boolean hasMetric(CellSamples cell, String metric) {
    return metric.equals(Merit.LOSS)
        || metric.equals(Merit.BEST_LOSS)
        || cell.hasMetric(place(metric));
  }

  /**
   * How bad the last value of a metric is: the value, or if larger is better its opposite. ∞ where
   * it is not a number, and for a trial that diverged or failed.
   */
  public TrialNumber badness(String metric) {
    TrialNumber last = lastValue(metric);
    double sign = Merit.isLargerBetter(metric) ? -1 : 1;
    return (cell, repeat) -> {
      double badness = cell.isLost(repeat) ? Double.NaN : sign * last.of(cell, repeat) + 0.0;
      return Double.isNaN(badness) ? Double.POSITIVE_INFINITY : badness;
    };
  }

  /** The last values of a metric. */
  public TrialNumber lastValue(String metric) {
    int place = place(metric);
    switch (metric) {
      case Merit.LOSS:
        return CellSamples::finalLoss;
      case Merit.BEST_LOSS:
        return CellSamples::bestLoss;
      default:
        return (cell, repeat) -> cell.metric(place, repeat);
    }
  }

  /**
   * The metric that contenders are ranked by before anything else: the one that was declared, else
   * one of the validation rows, accuracy before R2 before loss; empty if there is none or a target
   * was declared.
   */
  public String rankingMetric() {
    String declared = Decision.declaredMetric(header);
    if (!declared.isEmpty()) {
      return declared;
    }
    return Decision.declaredTarget(header) >= 0
        ? ""
        : Merit.OF_VALIDATION.stream().filter(metrics::containsKey).findFirst().orElse("");
  }

  /**
   * Metrics that say how good a trial was, but for the one that ranks and the training's losses.
   */
  public List<String> otherMerits() {
    String ranking = rankingMetric();
    return metrics.keySet().stream()
        .filter(Merit::isKnownOf)
        .filter(metric -> !metric.equals(Merit.LOSS) && !metric.equals(Merit.BEST_LOSS))
        .filter(metric -> !metric.equals(ranking))
        .toList();
  }

  /** What was measured of how training went, which is neither good nor bad by itself. */
  public List<String> telemetry() {
    return metrics.keySet().stream().filter(metric -> !Merit.isKnownOf(metric)).toList();
  }

  /**
   * What a trial spent until it reached the target. One that missed it counts with the budget, or
   * with its own cost if that is higher: one that diverged early was not cheap.
   */
  public double spent(CellSamples cell, int target, int repeat) {
    double cost = cell.hitCost(target, repeat);
    if (!Double.isNaN(cost)) {
      return cost;
    }
    double own = cell.cost(repeat);
    return Double.isFinite(header.budget()) ? Math.max(own, header.budget()) : own;
  }

  /** log10 of {@link #spent}; a cost below one forward pass counts as one. */
  public double logCost(CellSamples cell, int target, int repeat) {
    return Math.log10(Math.max(1, spent(cell, target, repeat)));
  }

  /** The labels of a factor, in the order of the plan. */
  public List<String> levels(String factor) {
    return levels.computeIfAbsent(
        factor, name -> cells.stream().map(cell -> cell.cell().factor(name)).distinct().toList());
  }

  /** Whether two factors vary and only together: the label of each tells that of the other. */
  public boolean varyTogether(String factor, String other) {
    int count = levels(factor).size();
    return count > 1
        && count == levels(other).size()
        && count
            == cells.stream()
                .map(cell -> List.of(cell.cell().factor(factor), cell.cell().factor(other)))
                .distinct()
                .count();
  }

  /** The place of the smallest loss among the targets, −1 if there are no targets. */
  public int smallestTarget() {
    return extremeTarget(1);
  }

  /** The place of the largest loss among the targets, −1 if there are no targets. */
  public int largestTarget() {
    return extremeTarget(-1);
  }

  private int extremeTarget(int sign) {
    List<Double> targets = header.targets();
    int found = targets.isEmpty() ? -1 : 0;
    for (int i = 1; i < targets.size(); i++) {
      if (sign * targets.get(i) < sign * targets.get(found)) {
        found = i;
      }
    }
    return found;
  }

  /**
   * The place of the target that costs are compared at: the one that the study declared; else the
   * smallest one that at least 5 % of all trials reached, else the largest; −1 if there are no
   * targets. A target that hardly a trial reached says little about cost.
   */
  public int headlineTarget() {
    int declared = Decision.declaredTarget(header);
    return declared < 0 ? pickedTarget() : declared;
  }

  /** Whether 5 % of all trials, and one at least, reached the headline target. */
  boolean headlineIsReached() {
    return isReached(headlineTarget());
  }

  private boolean isReached(int target) {
    long hits = cells.stream().mapToLong(cell -> cell.allHits(target)).sum();
    return hits >= Math.max(1, (trials() + 19) / 20);
  }

  private int pickedTarget() {
    int found = -1;
    for (int i = 0; i < header.targets().size(); i++) {
      if (isReached(i) && (found < 0 || header.targets().get(i) < header.targets().get(found))) {
        found = i;
      }
    }
    return found < 0 ? largestTarget() : found;
  }
}
