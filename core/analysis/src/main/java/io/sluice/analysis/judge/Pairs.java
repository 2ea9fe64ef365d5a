package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.statistics.Batches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pairs of two groups of trials, repeat by repeat.
 *
 * @param rows of the study
 * @param target the place of the target, −1 for losses or a metric
 * @param metric what is compared, empty for costs or losses
 * @param first the labels of the first group
 * @param second those of the second
 * @param byFactors whether pairs are alike in all other factors; else a repeat's means are compared
 * @param logLoss whether losses are compared by their logarithm: if none is negative
 * @param cells the cells whose trials are pairs
 * @param places of the metric among all trials of both groups on the same problem
 * @param repeats the repeats that have pairs, or batches of them if there are very many
 */
record Pairs(
    StudyRows rows,
    int target,
    String metric,
    Map<String, String> first,
    Map<String, String> second,
    boolean byFactors,
    boolean logLoss,
    List<CellSamples[]> cells,
    MetricPlaces places,
    List<Repeat> repeats) {

  /** Losses are told apart within these powers of ten; a trial that was lost has the largest. */
  private static final double LEAST_LOG = -16;

  private static final double MOST_LOG = 16;

  /** Cells without partners are all compared with each other, but only so many pairs of them. */
  private static final int MOST_PAIRS = 10_000;

  /** More repeats are compared in batches. */
  static final int MOST_BATCHES = 10_000;

  /**
   * The pairs of one repeat, or of a batch of them.
   *
   * @param repeats how many repeats have pairs
   * @param pairs how many
   * @param success the sum of the differences of success
   * @param measure the sum of the differences of the measure
   * @param better how many the first won, equal ones half
   * @param differences of the measure, ∓∞ where only one reached the target, 0 where neither did
   */
  record Repeat(
      int repeats,
      int pairs,
      double success,
      double measure,
      double better,
      double[] differences) {}

  static Pairs of(
      StudyRows rows,
      int target,
      String metric,
      Map<String, String> first,
      Map<String, String> second) {
    List<CellSamples> ones = cells(rows, metric, first);
    List<CellSamples> others = cells(rows, metric, second);
    Set<String> apart = withThoseThatFollow(rows, first.keySet());
    Map<Object, List<CellSamples>> partners = new HashMap<>();
    for (CellSamples other : others) {
      partners
          .computeIfAbsent(Partners.of(other.cell(), apart), key -> new ArrayList<>())
          .add(other);
    }
    boolean logLoss = metric.isEmpty() && rows.cells().stream().noneMatch(Pairs::negative);
    List<CellSamples[]> pairs = new ArrayList<>();
    for (CellSamples one : ones) {
      for (CellSamples other : partners.getOrDefault(Partners.of(one.cell(), apart), List.of())) {
        pairs.add(new CellSamples[] {one, other});
      }
    }
    boolean byFactors = !pairs.isEmpty();
    if (!byFactors) {
      int step = Math.max(1, ones.size() * others.size() / MOST_PAIRS);
      for (int i = 0; i < ones.size(); i++) {
        for (int j = i % step; j < others.size(); j += step) {
          pairs.add(new CellSamples[] {ones.get(i), others.get(j)});
        }
      }
    }
    MetricPlaces places = MetricPlaces.of(rows, metric, pairs);
    Pairs empty =
        new Pairs(
            rows, target, metric, first, second, byFactors, logLoss, pairs, places, List.of());
    Batches batches =
        Batches.of(ones.stream().mapToInt(CellSamples::repeats).max().orElse(0), MOST_BATCHES);
    List<Repeat> repeats = new ArrayList<>();
    for (int batch = 0; batch < batches.count(); batch++) {
      Repeat made = empty.together(batches.start(batch), batches.start(batch + 1));
      if (made.pairs() > 0) {
        repeats.add(made);
      }
    }
    return new Pairs(
        rows, target, metric, first, second, byFactors, logLoss, pairs, places, repeats);
  }

  /** These factors, and others that only vary together with one of them. */
  private static Set<String> withThoseThatFollow(StudyRows rows, Set<String> named) {
    Set<String> all = new HashSet<>(named);
    rows.factors().stream()
        .filter(factor -> named.stream().anyMatch(other -> rows.varyTogether(factor, other)))
        .forEach(all::add);
    return all;
  }

  /** Whether some trial of a group has a metric; never of no metric. */
  static boolean have(StudyRows rows, String metric, Map<String, String> labels) {
    return !metric.isEmpty() && with(rows, metric, labels).findAny().isPresent();
  }

  private static Stream<CellSamples> with(
      StudyRows rows, String metric, Map<String, String> labels) {
    return rows.cells().stream()
        .filter(cell -> metric.isEmpty() || rows.hasMetric(cell, metric))
        .filter(
            cell ->
                labels.entrySet().stream()
                    .allMatch(
                        label -> cell.cell().factor(label.getKey()).equals(label.getValue())));
  }

  private static List<CellSamples> cells(
      StudyRows rows, String metric, Map<String, String> labels) {
    List<CellSamples> cells = with(rows, metric, labels).toList();
    if (cells.isEmpty()) {
      throw new IllegalArgumentException(
          "no trial has " + labels + (metric.isEmpty() ? "" : " and the metric " + metric));
    }
    return cells;
  }

  private static boolean negative(CellSamples cell) {
    for (int repeat = 0; repeat < cell.repeats(); repeat++) {
      if (cell.has(repeat) && cell.bestLoss(repeat) < 0) {
        return true;
      }
    }
    return false;
  }

  private Repeat together(int from, int to) {
    double[] differences = new double[cells.size() * (to - from)];
    int repeats = 0;
    int pairs = 0;
    double success = 0;
    double measure = 0;
    double better = 0;
    for (int repeat = from; repeat < to; repeat++) {
      int before = pairs;
      for (CellSamples[] pair : cells) {
        CellSamples one = pair[0];
        CellSamples other = pair[1];
        if (!one.has(repeat) || !other.has(repeat)) {
          continue;
        }
        double difference = measure(one, repeat) - measure(other, repeat);
        measure += difference;
        int order =
            metric.isEmpty()
                ? Long.compare(
                    TrialOrder.key(one, repeat, target), TrialOrder.key(other, repeat, target))
                : Double.compare(difference, 0);
        better += order < 0 ? 1 : order > 0 ? 0 : 0.5;
        if (target >= 0) {
          boolean hit = one.hit(target, repeat);
          boolean otherHit = other.hit(target, repeat);
          success += (hit ? 1 : 0) - (otherHit ? 1 : 0);
          difference =
              hit && otherHit
                  ? difference
                  : hit ? Double.NEGATIVE_INFINITY : otherHit ? Double.POSITIVE_INFINITY : 0;
        }
        differences[pairs++] = difference;
      }
      repeats += pairs > before ? 1 : 0;
    }
    return new Repeat(repeats, pairs, success, measure, better, Arrays.copyOf(differences, pairs));
  }

  private double measure(CellSamples cell, int repeat) {
    if (!metric.isEmpty()) {
      return places.of(cell, repeat);
    }
    if (target >= 0) {
      return rows.logCost(cell, target, repeat);
    }
    double loss = Contest.loss(cell, repeat);
    if (logLoss) {
      return Math.min(MOST_LOG, Math.max(LEAST_LOG, Math.log10(loss)));
    }
    return Math.max(-Double.MAX_VALUE / 4, Math.min(Math.pow(10, MOST_LOG), loss));
  }
}
