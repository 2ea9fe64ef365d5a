package io.sluice.analysis;

import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A study made up for a test. Factors that are not named have the label {@code one}. */
final class SyntheticStudy {

  static final double BUDGET = 1000;

  private final List<Double> targets;
  private final Map<Map<String, String>, Cell> cells = new LinkedHashMap<>();
  private final List<TrialEvent.Finished> trials = new ArrayList<>();
  private final List<TrialEvent.Measured> measurements = new ArrayList<>();
  private String decision = "";
  private long planned = -1;

  SyntheticStudy(Double... targets) {
    this.targets = List.of(targets);
  }

  /** Says that the plan has more trials than were run. */
  SyntheticStudy planned(long count) {
    planned = count;
    return this;
  }

  /** Declares what decides: {@code target 0.1} or {@code metric accuracy}. */
  SyntheticStudy decidedBy(String declared) {
    decision = declared;
    return this;
  }

  /** Measures the trial that was added last. */
  SyntheticStudy measured(String metric, double value) {
    Trial trial = trials.get(trials.size() - 1).trial();
    measurements.add(
        new TrialEvent.Measured(trial, measurements.size(), measurements.size(), metric, value));
    return this;
  }

  /** A trial that reached the first target at this cost, and no other; NaN for none. */
  SyntheticStudy hit(int repeat, double cost, String... factors) {
    List<Double> hits = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      hits.add(i == 0 ? cost : Double.NaN);
    }
    double loss = Double.isNaN(cost) ? 1 : targets.get(0) / 2;
    double spent = Double.isNaN(cost) ? BUDGET - 1 : cost;
    return trial(repeat, Outcome.COMPLETED, spent, loss, hits, factors);
  }

  /** A trial that reached nothing. */
  SyntheticStudy miss(int repeat, double bestLoss, String... factors) {
    List<Double> hits = new ArrayList<>();
    targets.forEach(target -> hits.add(Double.NaN));
    return trial(repeat, Outcome.COMPLETED, BUDGET, bestLoss, hits, factors);
  }

  SyntheticStudy trial(
      int repeat,
      Outcome outcome,
      double cost,
      double bestLoss,
      List<Double> hitCosts,
      String... factors) {
    Map<String, String> labels = new LinkedHashMap<>();
    Factor.names(Factor.FIRST).forEach(factor -> labels.put(factor, "one"));
    for (int i = 0; i < factors.length; i += 2) {
      labels.put(factors[i], factors[i + 1]);
    }
    Cell cell =
        cells.computeIfAbsent(
            labels, key -> Cell.of(Factor.FIRST, cells.size(), key, Map.of("optimizer.x", 1.0)));
    trials.add(finished(trials.size(), cell, repeat, outcome, cost, bestLoss, hitCosts));
    return this;
  }

  static TrialEvent.Finished finished(
      long index,
      Cell cell,
      int repeat,
      Outcome outcome,
      double cost,
      double bestLoss,
      List<Double> hitCosts) {
    return new TrialEvent.Finished(
        new Trial(index, "0123456789abcdef", cell, repeat),
        new TrialResult(outcome, 1, cost, 1, bestLoss, bestLoss, cost, hitCosts, ""));
  }

  StudyHeader header() {
    Map<String, String> provenance =
        decision.isEmpty() ? Map.of() : Map.of(StudyHeader.DECIDE_BY, decision);
    long count = planned < 0 ? trials.size() : planned;
    return new StudyHeader(
        "synthetic-1", "synthetic", "Is it so?", "{}", count, BUDGET, targets, provenance);
  }

  Stream<TrialEvent.Finished> trials() {
    return trials.stream();
  }

  Stream<TrialEvent.Measured> measurements() {
    return measurements.stream();
  }

  StudyRows rows() {
    RowCollector collector = new RowCollector(header());
    trials.forEach(collector::add);
    measurements.forEach(collector::add);
    return collector.rows();
  }

  StudyReport report() {
    return StudyReport.of(rows());
  }

  String answer() {
    return report().answer().text();
  }
}
