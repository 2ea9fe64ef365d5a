package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.statistics.Friedman;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks of the levels of a factor, or of contenders, averaged over blocks as for a
 * critical-difference diagram (Demšar 2006). A block is one repeat on one problem: single trials
 * are ranked among those that differ in nothing else (reached before not reached, the cheaper, then
 * the lower loss), their ranks averaged over the other factors, and the averages ranked. Supposed
 * is that blocks are independent; problems weigh alike, whatever they are.
 *
 * @param factor the factor, or {@code contender}
 * @param target the place of the target, −1 where losses alone count
 * @param blocks how many blocks
 * @param places each level with its mean rank, the best first
 * @param p of the test of Friedman as improved by Iman and Davenport (1980): whether there is any
 *     difference
 * @param criticalDifference the difference of mean ranks that Nemenyi's test takes for real at the
 *     5 % level, corrected for all pairs; means nothing unless p is small
 */
public record AverageRanks(
    String factor,
    int target,
    int blocks,
    List<Place> places,
    double p,
    double criticalDifference) {

  private static final double LEVEL = 0.05;
  private static final int MOST_LEVELS = 60;

  /**
   * A level and its mean rank.
   *
   * @param label its name
   * @param meanRank from 1
   */
  public record Place(String label, double meanRank) {}

  public AverageRanks {
    places = List.copyOf(places);
  }

  /** Whether there is any difference at all. */
  public boolean differ() {
    return p <= LEVEL;
  }

  /**
   * The lines of the diagram: stretches of two places or more that cannot be told apart, from the
   * first to the last, none within another. Where nothing differs it is one line.
   */
  public List<List<String>> alike() {
    List<List<String>> lines = new ArrayList<>();
    int reached = 0;
    for (int from = 0; from < places.size(); from++) {
      int to = from;
      while (to < places.size()
          && (!differ()
              || places.get(to).meanRank() - places.get(from).meanRank() <= criticalDifference)) {
        to++;
      }
      if (to - from > 1 && to > reached) {
        lines.add(places.subList(from, to).stream().map(Place::label).toList());
        reached = to;
      }
    }
    return lines;
  }

  /** Those of each factor of a contender that varies, and of the contenders, up to 60 of each. */
  public static List<AverageRanks> of(StudyRows rows, int target) {
    List<AverageRanks> all = new ArrayList<>();
    for (Subjects subjects : Subjects.of(rows, MOST_LEVELS, MOST_LEVELS)) {
      double[][] table = table(subjects, target);
      if (table.length > 1) {
        all.add(of(subjects, target, table));
      }
    }
    return List.copyOf(all);
  }

  private static AverageRanks of(Subjects subjects, int target, double[][] table) {
    Friedman friedman = Friedman.of(table);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < subjects.labels().size(); i++) {
      places.add(new Place(subjects.labels().get(i), friedman.meanRanks()[i]));
    }
    places.sort(Comparator.comparingDouble(Place::meanRank));
    double p = Double.isNaN(friedman.statistic()) ? 1 : friedman.pOfF();
    return new AverageRanks(
        subjects.name(), target, table.length, places, p, friedman.criticalDifference(LEVEL));
  }

  /** The mean rank of each level on each problem in each repeat. */
  private static double[][] table(Subjects subjects, int target) {
    Map<String, Integer> problems = new HashMap<>();
    int levels = subjects.labels().size();
    int repeats = subjects.repeats();
    List<double[]> table = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (List<List<CellSamples>> block : subjects.blocks()) {
      String name = block.get(0).get(0).cell().factor("problem");
      int problem = problems.computeIfAbsent(name, key -> problems.size());
      while (table.size() < repeats * (problem + 1)) {
        table.add(new double[levels]);
        counts.add(0);
      }
      for (int repeat = 0; repeat < repeats; repeat++) {
        if (Subjects.has(block, repeat)) {
          int row = problem * repeats + repeat;
          rank(block, repeat, target, table.get(row));
          counts.set(row, counts.get(row) + 1);
        }
      }
    }
    List<double[]> filled = new ArrayList<>();
    for (int row = 0; row < counts.size(); row++) {
      if (counts.get(row) > 0) {
        filled.add(table.get(row));
      }
    }
    return filled.toArray(double[][]::new);
  }

  /** Adds the rank of each level in this block to its sum. */
  private static void rank(List<List<CellSamples>> block, int repeat, int target, double[] sums) {
    long[] keys =
        block.stream()
            .flatMap(List::stream)
            .mapToLong(cell -> TrialOrder.key(cell, repeat, target))
            .toArray();
    int at = 0;
    for (int level = 0; level < sums.length; level++) {
      int cells = block.get(level).size();
      for (int i = 0; i < cells; i++) {
        sums[level] += rank(keys, keys[at++]) / cells;
      }
    }
  }

  /** The rank of a key, equal ones sharing the mean of their places; they are few. */
  private static double rank(long[] keys, long own) {
    int twice = 1;
    for (long key : keys) {
      twice += key < own ? 2 : key == own ? 1 : 0;
    }
    return twice / 2.0;
  }
}
