package io.sluice.analysis.claim;

import io.sluice.analysis.RowCollector;
import io.sluice.analysis.StudyRows;
import io.sluice.spi.Cell;
import io.sluice.spi.Factor;
import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.Trial;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows that were made up: trials of cells that are told by pairs of factor and label. */
final class MadeStudy {

  static final double TARGET = 0.01;
  private static final double BUDGET = 1000;

  private final StudyHeader header =
      new StudyHeader("made-1", "made", "?", "{}", 1, BUDGET, List.of(TARGET), Map.of());
  private final RowCollector collector = new RowCollector(header);
  private final Map<Map<String, String>, Cell> cells = new LinkedHashMap<>();
  private int trials;

  private Cell cell(String... labels) {
    Map<String, String> factors = new LinkedHashMap<>();
    Factor.names(Factor.FIRST).forEach(factor -> factors.put(factor, "one"));
    for (int i = 0; i < labels.length; i += 2) {
      factors.put(labels[i], labels[i + 1]);
    }
    return cells.computeIfAbsent(
        factors, key -> Cell.of(Factor.FIRST, cells.size(), key, Map.of()));
  }

  private Trial add(int repeat, Outcome outcome, double loss, double cost, String... labels) {
    boolean hit = !Double.isNaN(cost);
    Trial trial = new Trial(trials++, "0123456789abcdef", cell(labels), repeat);
    collector.add(
        new TrialEvent.Finished(
            trial,
            new TrialResult(outcome, 1, hit ? cost : BUDGET, 1, loss, loss, 1, List.of(cost), "")));
    return trial;
  }

  /** A trial that ends at a loss and reaches nothing. */
  MadeStudy loss(int repeat, double loss, String... labels) {
    add(repeat, Outcome.COMPLETED, loss, Double.NaN, labels);
    return this;
  }

  /** A trial that reaches the target at this cost; NaN for never. */
  MadeStudy cost(int repeat, double cost, String... labels) {
    add(repeat, Outcome.COMPLETED, 1, cost, labels);
    return this;
  }

  /** A trial with a last value of a metric. */
  MadeStudy metric(int repeat, String name, double value, String... labels) {
    Trial trial = add(repeat, Outcome.COMPLETED, 1, Double.NaN, labels);
    collector.add(new TrialEvent.Measured(trial, 1, 1, name, value));
    return this;
  }

  /** A trial that failed. */
  MadeStudy failed(int repeat, String... labels) {
    add(repeat, Outcome.FAILED, Double.NaN, Double.NaN, labels);
    return this;
  }

  StudyRows rows() {
    return collector.rows();
  }

  Evidence evidence() {
    return new Evidence(Map.of("main", rows()));
  }

  static Group group(String... labels) {
    Map<String, List<String>> by = new LinkedHashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      by.put(labels[i], List.of(labels[i + 1].split("\\|")));
    }
    return new Group("", by);
  }
}
