package io.sluice.report;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Convergence;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialNumber;
import io.sluice.report.figure.Curves;
import io.sluice.report.figure.Quantity;
import io.sluice.report.figure.Strips;
import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the figures of how training went, as far as it was measured. */
final class TrainingFigures {

  private static final int MOST_PROBLEMS = 4;

  private final StudyRows rows;
  private final String goal;
  private final List<String> activations;

  /**
   * Those of a study.
   *
   * @param goal what trials are to reach
   * @param activations of which curves are drawn
   */
  TrainingFigures(StudyRows rows, String goal, List<String> activations) {
    this.rows = rows;
    this.goal = goal;
    this.activations = activations;
  }

  /** How the loss falls on each problem, by optimizer and by activation. */
  List<Figure> convergence() {
    List<Figure> figures = new ArrayList<>();
    if (rows.convergence().isEmpty()) {
      return figures;
    }
    List<String> problems = rows.levels("problem");
    for (String problem : problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()))) {
      for (String factor : List.of("optimizer", "activation")) {
        List<String> levels = factor.equals("activation") ? activations : rows.levels(factor);
        List<Curves.Line> lines =
            rows.convergence().stream()
                .filter(curve -> curve.problem().equals(problem) && curve.factor().equals(factor))
                .filter(curve -> levels.contains(curve.level()))
                .sorted(Comparator.comparingInt(curve -> levels.indexOf(curve.level())))
                .map(TrainingFigures::line)
                .toList();
        if (!lines.isEmpty()) {
          figures.add(
              Curves.convergence(
                      "loss-by-" + factor + "-" + (problems.indexOf(problem) + 1),
                      "Median loss and its quartiles on " + problem + ", by " + factor,
                      Quantity.logarithmic("cost in forward-equivalents"),
                      Quantity.logarithmic("loss"),
                      lines)
                  .figure());
        }
      }
    }
    return figures;
  }

  private static Curves.Line line(Convergence.Curve curve) {
    List<Curves.Point> points = new ArrayList<>();
    for (int i = 0; i < curve.costs().size(); i++) {
      points.add(new Curves.Point(curve.costs().get(i), curve.losses().get(i)));
    }
    return new Curves.Line(curve.level(), points);
  }

  /** What was measured of how training went, beside what came of it. */
  List<Figure> telemetry() {
    List<Figure> figures = new ArrayList<>();
    int target = rows.headlineTarget();
    for (String metric : rows.telemetry()) {
      Map<String, List<Double>> groups = new LinkedHashMap<>();
      if (target >= 0) {
        groups.put("reached " + goal, new ArrayList<>());
        groups.put("missed it", new ArrayList<>());
      } else {
        groups.put("completed", new ArrayList<>());
      }
      groups.put("diverged", new ArrayList<>());
      TrialNumber last = rows.lastValue(metric);
      for (CellSamples cell : rows.cells()) {
        for (int repeat = 0; repeat < cell.repeats(); repeat++) {
          if (cell.has(repeat)) {
            outcome(groups, cell, repeat, target).add(last.of(cell, repeat));
          }
        }
      }
      groups.values().removeIf(List::isEmpty);
      figures.add(
          new Strips(
                  "telemetry-" + metric.replaceAll("[^a-z0-9]+", "-"),
                  "The last " + metric.replace('-', ' ') + " of a trial, and what came of it",
                  quantity(metric, groups),
                  groups.entrySet().stream()
                      .map(
                          group ->
                              new Strips.Group(
                                  group.getKey(),
                                  group.getValue().stream().mapToDouble(one -> one).toArray()))
                      .toList())
              .figure());
    }
    return figures;
  }

  /** In equal ratios where values are positive and spread over many powers of ten. */
  private static Quantity quantity(String metric, Map<String, List<Double>> groups) {
    double[] values =
        groups.values().stream()
            .flatMap(List::stream)
            .mapToDouble(one -> one)
            .filter(Double::isFinite)
            .sorted()
            .toArray();
    boolean wide =
        values.length > 0
            && values[values.length / 2] > 0
            && values[values.length - 1] > 1000 * values[values.length / 2];
    return wide
        ? Quantity.logarithmic(metric.replace('-', ' '))
        : Quantity.linear(metric.replace('-', ' '));
  }

  private static List<Double> outcome(
      Map<String, List<Double>> groups, CellSamples cell, int repeat, int target) {
    List<List<Double>> outcomes = List.copyOf(groups.values());
    boolean lost =
        cell.outcome(repeat) == Outcome.DIVERGED || cell.outcome(repeat) == Outcome.FAILED;
    return lost
        ? outcomes.get(outcomes.size() - 1)
        : outcomes.get(target < 0 || cell.hit(target, repeat) ? 0 : 1);
  }
}
