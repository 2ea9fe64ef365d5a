package io.sluice.analysis;

import io.sluice.spi.Factor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The contenders of one problem, the best first. Problems are never mixed: their losses mean
 * different things.
 *
 * @param problem the label of the problem
 * @param factors what makes a contender; the trials of all other factors are pooled
 * @param rows one for each contender
 */
public record Ranking(String problem, List<String> factors, List<Row> rows) {

  /** What makes a contender in every study. */
  public static final List<String> CONTENDER = List.of("activation", "optimizer", "weight-policy");

  /**
   * What makes a contender in this study unless said otherwise: {@link #CONTENDER}, and the bounds
   * and how training proceeds as far as these vary. Bounds that are no more than the range of the
   * initial weights are no choice of their own.
   */
  static List<String> contender(StudyRows rows) {
    List<String> factors = new ArrayList<>(CONTENDER);
    List<String> bounds = rows.levels("bounds");
    if (bounds.size() > 1 && bounds.contains(Factor.INITIAL)) {
      factors.add("bounds");
    }
    factors.addAll(varyingTraining(rows));
    return factors;
  }

  /** The factors of how training proceeds that vary. */
  static List<String> varyingTraining(StudyRows rows) {
    return rows.presets().keySet().stream()
        .filter(factor -> rows.levels(factor).size() > 1)
        .toList();
  }

  /**
   * A contender.
   *
   * @param rank from 1; contenders equal in everything that is compared share a rank, and the next
   *     one counts them all
   * @param contender the labels of its factors
   * @param summary what its trials came to, at the smallest target
   */
  public record Row(int rank, List<String> contender, TrialSummary summary) {
    public Row {
      contender = List.copyOf(contender);
      Objects.requireNonNull(summary, "summary");
    }

    /** The labels in one text. */
    public String label() {
      return String.join(" / ", contender);
    }
  }

  public Ranking {
    factors = List.copyOf(factors);
    rows = List.copyOf(rows);
  }

  /**
   * The rankings of a study, one for each problem in the order of the plan. Contenders are sorted
   * by {@link StudyRows#rankingMetric()} if there is one, by success share at the target that the
   * study declared, else the smallest one, median cost to it, median best loss, and last by label;
   * in a study without targets by median best loss and label.
   */
  public static List<Ranking> of(StudyRows rows, List<String> factors) {
    Map<String, Map<List<String>, List<CellSamples>>> groups = new LinkedHashMap<>();
    for (CellSamples cell : rows.cells()) {
      List<String> contender = factors.stream().map(cell.cell()::factor).toList();
      groups
          .computeIfAbsent(cell.cell().factor("problem"), problem -> new LinkedHashMap<>())
          .computeIfAbsent(contender, labels -> new ArrayList<>())
          .add(cell);
    }
    int declared = Decision.declaredTarget(rows.header());
    int target = declared < 0 ? rows.smallestTarget() : declared;
    List<Ranking> rankings = new ArrayList<>();
    groups.forEach(
        (problem, contenders) -> {
          List<Row> unsorted = new ArrayList<>();
          contenders.forEach(
              (labels, cells) ->
                  unsorted.add(new Row(0, labels, TrialSummary.of(rows, cells, target))));
          rankings.add(new Ranking(problem, factors, ranked(unsorted)));
        });
    return List.copyOf(rankings);
  }

  /** The cells of each contender. */
  public Map<List<String>, List<CellSamples>> cells(StudyRows rows) {
    Map<List<String>, List<CellSamples>> cells = new LinkedHashMap<>();
    for (CellSamples cell : rows.cells()) {
      if (cell.cell().factor("problem").equals(problem)) {
        cells
            .computeIfAbsent(
                factors.stream().map(cell.cell()::factor).toList(), key -> new ArrayList<>())
            .add(cell);
      }
    }
    return cells;
  }

  /** The labels that name a contender's trials, the problem's among them. */
  public Map<String, String> labels(Row row) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("problem", problem);
    for (int i = 0; i < factors.size(); i++) {
      labels.put(factors.get(i), row.contender().get(i));
    }
    return labels;
  }

  private static List<Row> ranked(List<Row> rows) {
    rows.sort(
        Comparator.comparing(Row::summary, TrialSummary.BETTER_FIRST).thenComparing(Row::label));
    List<Row> ranked = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      boolean tied =
          i > 0 && TrialSummary.BETTER_FIRST.compare(rows.get(i - 1).summary(), row.summary()) == 0;
      int rank = tied ? ranked.get(i - 1).rank() : i + 1;
      ranked.add(new Row(rank, row.contender(), row.summary()));
    }
    return ranked;
  }
}
