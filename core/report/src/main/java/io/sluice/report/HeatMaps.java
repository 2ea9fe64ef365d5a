package io.sluice.report;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.Estimate;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialSummary;
import io.sluice.report.figure.HeatMap;
import io.sluice.report.figure.Metric;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the heat map of activations and optimizers, with a view for each part of the study. */
final class HeatMaps {

  private static final String ROWS = "activation";
  private static final String COLUMNS = "optimizer";

  /** More views than this are only made for the levels of one factor at a time. */
  private static final int MOST_VIEWS = 100;

  private final StudyRows rows;
  private final int target;
  private final List<String> activations;
  private final List<String> optimizers;

  private HeatMaps(StudyRows rows) {
    this.rows = rows;
    this.target = rows.headlineTarget();
    this.activations = bestFirst(ROWS);
    this.optimizers = bestFirst(COLUMNS);
  }

  /** The map; none if neither varies. */
  static Optional<Figure> of(StudyRows rows, String caption) {
    HeatMaps maps = new HeatMaps(rows);
    return maps.activations.size() * maps.optimizers.size() < 2
        ? Optional.empty()
        : Optional.of(maps.figure(caption));
  }

  private Figure figure(String caption) {
    Map<String, List<String>> factors = factors();
    List<HeatMap.View> views = new ArrayList<>();
    for (Map<String, String> levels : parts(factors)) {
      views.add(view(levels));
    }
    return new HeatMap(
            "activation-optimizer",
            caption,
            ROWS,
            activations,
            COLUMNS,
            optimizers,
            factors,
            views,
            first(views.get(0)))
        .figure();
  }

  /** By success, unless that tells nothing apart. */
  private Metric first(HeatMap.View all) {
    if (target < 0) {
      return Metric.LOSS;
    }
    boolean alike =
        all.cells().stream().mapToDouble(cell -> cell.success().value()).distinct().count() < 2;
    return alike ? Metric.COST : Metric.SUCCESS;
  }

  private List<String> bestFirst(String factor) {
    Map<String, TrialSummary> summaries = new LinkedHashMap<>();
    for (String level : rows.levels(factor)) {
      summaries.put(
          level, summary(rows.cells().stream().filter(cell -> is(cell, factor, level)).toList()));
    }
    return summaries.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(TrialSummary.BETTER_FIRST))
        .map(Map.Entry::getKey)
        .toList();
  }

  private TrialSummary summary(List<CellSamples> cells) {
    return TrialSummary.of(rows, cells, target);
  }

  private static boolean is(CellSamples cell, String factor, String level) {
    return cell.cell().factor(factor).equals(level);
  }

  /** The other factors that vary; of those that only vary together, the first. */
  private Map<String, List<String>> factors() {
    Map<String, List<String>> factors = new LinkedHashMap<>();
    for (String factor : rows.factors()) {
      List<String> levels = rows.levels(factor);
      if (levels.size() > 1
          && !factor.equals(ROWS)
          && !factor.equals(COLUMNS)
          && factors.keySet().stream().noneMatch(other -> rows.varyTogether(other, factor))) {
        factors.put(factor, levels);
      }
    }
    return factors;
  }

  /** All of the study, and then its parts. */
  private static List<Map<String, String>> parts(Map<String, List<String>> factors) {
    int views = 1;
    for (List<String> levels : factors.values()) {
      views = Math.min(MOST_VIEWS + 1, views * (levels.size() + 1));
    }
    List<Map<String, String>> parts = new ArrayList<>(List.of(Map.of()));
    for (Map.Entry<String, List<String>> factor : factors.entrySet()) {
      List<Map<String, String>> before =
          views <= MOST_VIEWS ? List.copyOf(parts) : List.of(Map.of());
      for (String level : factor.getValue()) {
        for (Map<String, String> part : before) {
          Map<String, String> levels = new LinkedHashMap<>(part);
          levels.put(factor.getKey(), level);
          parts.add(levels);
        }
      }
    }
    return parts;
  }

  private HeatMap.View view(Map<String, String> levels) {
    List<List<CellSamples>> groups = new ArrayList<>();
    for (int i = 0; i < activations.size() * optimizers.size(); i++) {
      groups.add(new ArrayList<>());
    }
    for (CellSamples cell : rows.cells()) {
      if (levels.entrySet().stream().allMatch(one -> is(cell, one.getKey(), one.getValue()))) {
        int row = activations.indexOf(cell.cell().factor(ROWS));
        int column = optimizers.indexOf(cell.cell().factor(COLUMNS));
        groups.get(row * optimizers.size() + column).add(cell);
      }
    }
    TrialSummary[] summaries = new TrialSummary[groups.size()];
    Arrays.setAll(summaries, i -> groups.get(i).isEmpty() ? null : summary(groups.get(i)));
    double[] ranks = ranks(summaries);
    List<HeatMap.Cell> cells = new ArrayList<>();
    for (int i = 0; i < summaries.length; i++) {
      TrialSummary summary = summaries[i];
      cells.add(
          summary == null
              ? HeatMap.Cell.NONE
              : new HeatMap.Cell(
                  summary.success(),
                  summary.costToTarget(),
                  summary.bestLoss(),
                  Estimate.withoutInterval(ranks[i])));
    }
    return new HeatMap.View(levels, cells);
  }

  /** The places in the order of the better; equal ones share the mean of theirs. */
  private static double[] ranks(TrialSummary[] summaries) {
    double[] ranks = new double[summaries.length];
    Comparator<TrialSummary> order = TrialSummary.BETTER_FIRST;
    for (int i = 0; i < ranks.length; i++) {
      int better = 0;
      int equal = 0;
      for (TrialSummary other : summaries) {
        if (summaries[i] != null && other != null) {
          int compared = order.compare(other, summaries[i]);
          better += compared < 0 ? 1 : 0;
          equal += compared == 0 ? 1 : 0;
        }
      }
      ranks[i] = summaries[i] == null ? Double.NaN : better + (equal + 1) / 2.0;
    }
    return ranks;
  }
}
