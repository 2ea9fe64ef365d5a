package io.sluice.report;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.Explained;
import io.sluice.analysis.Figures;
import io.sluice.analysis.Sensitivity;
import io.sluice.analysis.StudyReport;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialSummary;
import io.sluice.analysis.judge.AverageRanks;
import io.sluice.analysis.judge.RankFlips;
import io.sluice.analysis.statistics.Survival;
import io.sluice.report.figure.Bars;
import io.sluice.report.figure.CriticalDifference;
import io.sluice.report.figure.Curves;
import io.sluice.report.figure.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the figures of a study's report. */
final class StudyFigures {

  /** Points of a curve; more could not be seen. */
  private static final int POINTS = 120;

  private static final int MOST_CURVES = 6;

  private final StudyReport report;
  private final StudyRows rows;
  private final ContenderNames names;
  private final List<String> firstActivations = new ArrayList<>();

  StudyFigures(StudyReport report, StudyRows rows, ContenderNames names) {
    this.report = report;
    this.rows = rows;
    this.names = names;
  }

  private boolean hasTarget() {
    return report.headlineTarget().isPresent();
  }

  private String goal() {
    return "loss " + Figures.exact(report.headlineTarget().orElse(Double.NaN));
  }

  /** Activations against optimizers. */
  Optional<Figure> heatMap() {
    return HeatMaps.of(
        rows,
        hasTarget()
            ? "Activation against optimizer, by reaching " + goal()
            : "Activation against optimizer, by the lowest loss");
  }

  /** What explains the response that decides, of all problems and of each. */
  Optional<Figure> sources() {
    List<Bars.Group> groups = new ArrayList<>();
    for (Explained explained : report.headlineExplained()) {
      List<Bars.Bar> bars = new ArrayList<>();
      explained
          .decomposition()
          .sources()
          .forEach(
              source -> bars.add(new Bars.Bar(source.name(), source.share(), source.etaSquared())));
      bars.add(new Bars.Bar("three and more factors", explained.decomposition().rest()));
      bars.add(new Bars.Bar("the seeds", explained.decomposition().seeds()));
      groups.add(new Bars.Group(explained.overall() ? "all problems" : explained.problem(), bars));
    }
    return groups.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Bars(
                    "shares",
                    "What explains the " + report.headlineExplained().get(0).response().name(),
                    "share of variance",
                    groups)
                .figure());
  }

  /** The share of trials that reached the target over the cost, for the levels of a factor. */
  Optional<Figure> reached(String factor, List<String> levels) {
    int target = rows.headlineTarget();
    if (target < 0 || levels.size() < 2) {
      return Optional.empty();
    }
    List<Curves.Line> lines =
        levels.stream().map(level -> new Curves.Line(level, curve(factor, level, target))).toList();
    return lines.stream().allMatch(line -> line.points().isEmpty())
        ? Optional.empty()
        : Optional.of(
            Curves.survival(
                    "reached-by-" + factor,
                    "Share of trials that reached " + goal() + ", by " + factor,
                    "cost in forward-equivalents",
                    lines)
                .figure());
  }

  private List<Curves.Point> curve(String factor, String level, int target) {
    List<CellSamples> cells =
        rows.cells().stream().filter(cell -> cell.cell().factor(factor).equals(level)).toList();
    int trials = cells.stream().mapToInt(CellSamples::trials).sum();
    double[] spent = new double[trials];
    boolean[] reached = new boolean[trials];
    int at = 0;
    for (CellSamples cell : cells) {
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat)) {
          spent[at] = Math.max(1, rows.spent(cell, target, repeat));
          reached[at++] = cell.hit(target, repeat);
        }
      }
    }
    Survival survival = Survival.of(spent, reached);
    double[][] band = survival.band();
    double[] times = survival.times();
    List<Curves.Point> points = new ArrayList<>();
    double step = times.length == 0 ? 0 : Math.log(last(times) / times[0]) / POINTS;
    double next = 0;
    for (int i = 0; i < times.length; i++) {
      double place = Math.log(times[i]);
      if (i == 0 || i == times.length - 1 || place >= next) {
        points.add(
            new Curves.Point(
                times[i],
                new Estimate(1 - survival.surviving()[i], 1 - band[i][1], 1 - band[i][0])));
        next = place + step;
      }
    }
    double end = trials == 0 ? 0 : Arrays.stream(spent).max().orElse(0);
    if (!points.isEmpty() && end > last(times)) {
      points.add(new Curves.Point(end, points.get(points.size() - 1).y()));
    }
    return points;
  }

  private static double last(double[] values) {
    return values[values.length - 1];
  }

  /** The first activations of all trials, since more curves than these cannot be told apart. */
  List<String> firstActivations() {
    if (firstActivations.isEmpty()) {
      Map<String, TrialSummary> summaries = new LinkedHashMap<>();
      rows.levels("activation").forEach(level -> summaries.put(level, ofActivation(level)));
      summaries.entrySet().stream()
          .sorted(Map.Entry.comparingByValue(TrialSummary.BETTER_FIRST))
          .limit(MOST_CURVES)
          .forEach(entry -> firstActivations.add(entry.getKey()));
    }
    return firstActivations;
  }

  private TrialSummary ofActivation(String activation) {
    return TrialSummary.of(
        rows,
        rows.cells().stream()
            .filter(cell -> cell.cell().factor("activation").equals(activation))
            .toList(),
        rows.headlineTarget());
  }

  /** How training went. */
  TrainingFigures training() {
    return new TrainingFigures(rows, goal(), firstActivations());
  }

  /** What a number changes that is a factor. */
  List<Figure> overNumbers() {
    return new NumberFigures(rows, goal(), firstActivations()).figures();
  }

  /** Mean ranks, and what cannot be told apart by them. */
  List<Figure> averageRanks() {
    List<Figure> figures = new ArrayList<>();
    for (AverageRanks ranks : report.averageRanks()) {
      if (ranks.places().size() > 2) {
        figures.add(
            new CriticalDifference(
                    "ranks-of-" + ranks.factor(),
                    "Mean ranks of each " + words(ranks.factor()) + ", the best at the left",
                    ranks.places().stream()
                        .map(
                            place ->
                                new CriticalDifference.Contender(
                                    names.of(place.label()), place.meanRank()))
                        .toList(),
                    ranks.criticalDifference(),
                    ranks.alike().stream()
                        .map(line -> line.stream().map(names::of).toList())
                        .toList())
                .figure());
      }
    }
    return figures;
  }

  /** Ranks over the budget. */
  List<Figure> flips() {
    List<Figure> figures = new ArrayList<>();
    for (RankFlips flips : report.flips()) {
      List<Curves.Line> lines = new ArrayList<>();
      for (RankFlips.Line line : flips.lines()) {
        List<Curves.Point> points = new ArrayList<>();
        for (int i = 0; i < line.ranks().size(); i++) {
          points.add(new Curves.Point(flips.budgets().get(i), line.ranks().get(i)));
        }
        lines.add(new Curves.Line(names.of(line.label()), points));
      }
      lines.sort(Comparator.comparingDouble(line -> lastRank(line)));
      figures.add(
          Curves.rankFlips(
                  "flips-of-" + flips.factor(),
                  "Rank of each " + words(flips.factor()) + " over the budget",
                  Quantity.logarithmic("budget in forward-equivalents"),
                  lines)
              .figure());
    }
    return figures;
  }

  private static double lastRank(Curves.Line line) {
    return line.points().get(line.points().size() - 1).y().value();
  }

  private static String words(String factor) {
    return factor.replace('-', ' ');
  }

  /** The cost over the values of a hyper-parameter. */
  List<Figure> sensitivities() {
    List<Figure> figures = new ArrayList<>();
    List<String> names =
        report.sensitivities().stream().map(Sensitivity::hyperparameter).distinct().toList();
    for (String name : names) {
      List<Curves.Line> lines = new ArrayList<>();
      for (Sensitivity one : report.sensitivities()) {
        if (one.hyperparameter().equals(name)) {
          lines.add(line(one));
        }
      }
      String plain = name.replace('.', '-').replace('_', '-');
      figures.add(
          Curves.sensitivity(
                  "sensitivity-" + plain,
                  (hasTarget() ? "Median cost to " + goal() : "Median of the lowest loss")
                      + " over the "
                      + name.replace('.', ' '),
                  name.replace('.', ' '),
                  hasTarget() ? "cost in forward-equivalents" : "lowest loss",
                  lines)
              .figure());
    }
    return figures;
  }

  private Curves.Line line(Sensitivity one) {
    List<Curves.Point> points =
        one.points().stream()
            .map(
                point ->
                    new Curves.Point(
                        point.value(),
                        hasTarget() ? point.summary().costToTarget() : point.summary().bestLoss()))
            .toList();
    List<String> name = new ArrayList<>(List.of(one.activation(), one.optimizer()));
    if (rows.levels("problem").size() > 1) {
      name.add(one.problem());
    }
    if (rows.levels("network").size() > 1) {
      name.add(one.network());
    }
    return new Curves.Line(
        String.join(" / ", name),
        points,
        points.get(one.goodFrom()).x(),
        points.get(one.goodTo()).x());
  }
}
