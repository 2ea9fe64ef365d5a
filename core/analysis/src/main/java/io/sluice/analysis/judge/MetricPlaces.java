package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialNumber;
import io.sluice.analysis.statistics.Ranks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The place of a metric's last value among those of all trials of two groups on the same problem,
 * from 0 for the best to 1, ties in the middle. Places need no unit and no bound, and trials that
 * diverged or failed share the last.
 *
 * @param byCell for each cell the places by repeat, NaN where there is no trial
 */
record MetricPlaces(Map<CellSamples, double[]> byCell) {

  /** Those of the cells of pairs; none of no metric. */
  static MetricPlaces of(StudyRows rows, String metric, List<CellSamples[]> pairs) {
    Map<CellSamples, double[]> byCell = new IdentityHashMap<>();
    if (!metric.isEmpty()) {
      Map<String, Set<CellSamples>> problems = new LinkedHashMap<>();
      for (CellSamples[] pair : pairs) {
        for (CellSamples cell : pair) {
          problems
              .computeIfAbsent(cell.cell().factor("problem"), problem -> new LinkedHashSet<>())
              .add(cell);
        }
      }
      TrialNumber badness = rows.badness(metric);
      problems.values().forEach(cells -> place(List.copyOf(cells), badness, byCell));
    }
    return new MetricPlaces(byCell);
  }

  private static void place(
      List<CellSamples> cells, TrialNumber badness, Map<CellSamples, double[]> byCell) {
    List<Double> numbers = new ArrayList<>();
    for (CellSamples cell : cells) {
      IntStream.range(0, cell.repeats())
          .filter(cell::has)
          .forEach(repeat -> numbers.add(badness.of(cell, repeat)));
    }
    double[] ranks = Ranks.of(numbers.stream().mapToDouble(Double::doubleValue).toArray()).ranks();
    int at = 0;
    for (CellSamples cell : cells) {
      double[] places = new double[cell.repeats()];
      Arrays.fill(places, Double.NaN);
      for (int repeat = 0; repeat < places.length; repeat++) {
        if (cell.has(repeat)) {
          places[repeat] = (ranks[at++] - 0.5) / ranks.length;
        }
      }
      byCell.put(cell, places);
    }
  }

  /** That of a trial. */
  double of(CellSamples cell, int repeat) {
    return byCell.get(cell)[repeat];
  }
}
