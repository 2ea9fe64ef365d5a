package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.statistics.LargestDifference;
import io.sluice.analysis.statistics.Ranks;
import io.sluice.spi.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * Groups of trials that are compared repeat by repeat, on up to three measures, the larger the
 * better: the share that reached the target, the mean of −log10 cost to it (missed trials at the
 * budget), and, of groups that never reached it, the mean of −rank of the best loss among all
 * trials of the repeat.
 *
 * @param repeats the repeats that count: those in which every group with at least half of the
 *     repeats has a trial
 * @param values {@code values[measure][group][place of the repeat]}; NaN throughout for a group
 *     that a measure does not apply to, or that has too few repeats
 */
record Contest(int[] repeats, double[][][] values) {

  private static final int SUCCESS = 0;
  private static final int COST = 1;
  private static final int LOSS = 2;

  static Contest of(StudyRows rows, List<List<CellSamples>> groups, int target) {
    int all = groups.stream().flatMap(List::stream).mapToInt(CellSamples::repeats).max().orElse(0);
    boolean[] judged = new boolean[groups.size()];
    boolean[] common = new boolean[all];
    Arrays.fill(common, true);
    for (int group = 0; group < judged.length; group++) {
      boolean[] there = present(groups.get(group), all);
      int count = 0;
      for (boolean one : there) {
        count += one ? 1 : 0;
      }
      judged[group] = 2 * count >= all;
      for (int repeat = 0; judged[group] && repeat < all; repeat++) {
        common[repeat] &= there[repeat];
      }
    }
    int[] repeats = java.util.stream.IntStream.range(0, all).filter(r -> common[r]).toArray();
    double[][][] values = new double[3][groups.size()][repeats.length];
    for (double[][] measure : values) {
      for (double[] group : measure) {
        Arrays.fill(group, Double.NaN);
      }
    }
    boolean[] onLoss = new boolean[groups.size()];
    for (int group = 0; group < judged.length; group++) {
      onLoss[group] = judged[group] && !reached(groups.get(group), target);
      if (judged[group] && target >= 0) {
        fill(rows, groups.get(group), target, repeats, values, group);
      }
    }
    fillLosses(groups, repeats, onLoss, values[LOSS]);
    return new Contest(repeats, asked(values));
  }

  /** The test of each two groups. */
  LargestDifference test() {
    return LargestDifference.of(values);
  }

  /** The measures that apply to two groups at least; one of them if none does. */
  private static double[][][] asked(double[][][] values) {
    double[][][] asked =
        Arrays.stream(values)
            .filter(
                measure ->
                    Arrays.stream(measure).filter(g -> g.length > 0 && !Double.isNaN(g[0])).count()
                        > 1)
            .toArray(double[][][]::new);
    return asked.length > 0 ? asked : new double[][][] {values[0]};
  }

  private static boolean[] present(List<CellSamples> cells, int repeats) {
    boolean[] present = new boolean[repeats];
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (CellSamples cell : cells) {
        present[repeat] |= cell.has(repeat);
      }
    }
    return present;
  }

  private static boolean reached(List<CellSamples> cells, int target) {
    for (CellSamples cell : cells) {
      for (int repeat = 0; target >= 0 && repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat) && cell.hit(target, repeat)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void fill(
      StudyRows rows,
      List<CellSamples> cells,
      int target,
      int[] repeats,
      double[][][] values,
      int group) {
    for (int at = 0; at < repeats.length; at++) {
      int trials = 0;
      int hits = 0;
      double costs = 0;
      for (CellSamples cell : cells) {
        if (cell.has(repeats[at])) {
          trials++;
          hits += cell.hit(target, repeats[at]) ? 1 : 0;
          costs += rows.logCost(cell, target, repeats[at]);
        }
      }
      values[SUCCESS][group][at] = (double) hits / trials;
      values[COST][group][at] = -costs / trials;
    }
  }

  private static void fillLosses(
      List<List<CellSamples>> groups, int[] repeats, boolean[] onLoss, double[][] values) {
    boolean asked = false;
    for (boolean one : onLoss) {
      asked |= one;
    }
    for (int at = 0; asked && at < repeats.length; at++) {
      int repeat = repeats[at];
      double[] losses =
          groups.stream()
              .flatMap(List::stream)
              .filter(cell -> cell.has(repeat))
              .mapToDouble(cell -> loss(cell, repeat))
              .toArray();
      double[] ranks = Ranks.of(losses).ranks();
      int place = 0;
      for (int group = 0; group < onLoss.length; group++) {
        double sum = 0;
        int trials = 0;
        for (CellSamples cell : groups.get(group)) {
          if (cell.has(repeat)) {
            sum += ranks[place++];
            trials++;
          }
        }
        if (onLoss[group]) {
          values[group][at] = -sum / trials;
        }
      }
    }
  }

  /** The best loss, ∞ for a trial that diverged or failed: what it had reached is gone. */
  static double loss(CellSamples cell, int repeat) {
    Outcome outcome = cell.outcome(repeat);
    return outcome == Outcome.DIVERGED || outcome == Outcome.FAILED
        ? Double.POSITIVE_INFINITY
        : cell.bestLoss(repeat);
  }
}
