package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.TrialNumber;
import io.sluice.analysis.statistics.Batches;
import io.sluice.analysis.statistics.LargestDifference;
import io.sluice.analysis.statistics.Ranks;
import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Groups of trials that are compared repeat by repeat, on up to three measures, the larger the
 * better: the share that reached the target, the mean of −log10 cost to it (missed trials at the
 * budget), and, of groups that never reached it, the mean of −place of the best loss among all
 * trials of the repeat on the same problem. Where a metric decides it is the place of its last
 * value alone, from which groups without it are left out.
 *
 * @param repeats the repeats that count: those in which every group with at least half of the
 *     repeats has a trial
 * @param values {@code values[measure][group][place of the repeat]}, of very many repeats of their
 *     batches; NaN throughout for a group that a measure does not apply to, or that has too few
 *     repeats
 */
record Contest(int[] repeats, double[][][] values) {

  private static final int SUCCESS = 0;
  private static final int COST = 1;
  private static final int PLACE = 2;

  /**
   * The contest of groups.
   *
   * @param target the place of the target, −1 where losses alone count
   * @param metric what is compared in place of all else; empty if the target is
   */
  static Contest of(StudyRows rows, List<List<CellSamples>> groups, int target, String metric) {
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
    int[] repeats = IntStream.range(0, all).filter(r -> common[r]).toArray();
    Batches batches = Batches.of(repeats.length, Pairs.MOST_BATCHES);
    double[][][] values = new double[3][groups.size()][batches.count()];
    for (double[][] measure : values) {
      for (double[] group : measure) {
        Arrays.fill(group, Double.NaN);
      }
    }
    boolean byMetric = !metric.isEmpty();
    boolean[] byPlace = new boolean[groups.size()];
    for (int group = 0; group < judged.length; group++) {
      List<CellSamples> cells = groups.get(group);
      byPlace[group] =
          judged[group]
              && (byMetric
                  ? cells.stream().anyMatch(cell -> rows.hasMetric(cell, metric))
                  : !reached(cells, target));
      if (judged[group] && target >= 0 && !byMetric) {
        fill(rows, cells, target, repeats, batches, values, group);
      }
    }
    TrialNumber badness = byMetric ? rows.badness(metric) : Contest::loss;
    fillPlaces(groups, repeats, batches, byPlace, badness, values[PLACE]);
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
      Batches batches,
      double[][][] values,
      int group) {
    Arrays.fill(values[SUCCESS][group], 0);
    Arrays.fill(values[COST][group], 0);
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
      int batch = batches.of(at);
      values[SUCCESS][group][batch] += (double) hits / trials / batches.size(batch);
      values[COST][group][batch] -= costs / trials / batches.size(batch);
    }
  }

  /** The mean of −place of a number among all trials of the repeat on the same problem. */
  private static void fillPlaces(
      List<List<CellSamples>> groups,
      int[] repeats,
      Batches batches,
      boolean[] asked,
      TrialNumber badness,
      double[][] values) {
    Map<String, List<Member>> problems = new LinkedHashMap<>();
    boolean any = false;
    for (int group = 0; group < asked.length; group++) {
      any |= asked[group];
      if (asked[group]) {
        Arrays.fill(values[group], 0);
      }
      for (CellSamples cell : groups.get(group)) {
        problems
            .computeIfAbsent(cell.cell().factor("problem"), problem -> new ArrayList<>())
            .add(new Member(cell, group));
      }
    }
    for (int at = 0; any && at < repeats.length; at++) {
      int repeat = repeats[at];
      double[] sums = new double[asked.length];
      int[] trials = new int[asked.length];
      for (List<Member> members : problems.values()) {
        Member[] there =
            members.stream().filter(member -> member.cell().has(repeat)).toArray(Member[]::new);
        double[] numbers = new double[there.length];
        Arrays.setAll(numbers, i -> badness.of(there[i].cell(), repeat));
        double[] ranks = Ranks.of(numbers).ranks();
        for (int i = 0; i < there.length; i++) {
          sums[there[i].group()] += ranks[i] / there.length;
          trials[there[i].group()]++;
        }
      }
      for (int group = 0; group < asked.length; group++) {
        if (asked[group]) {
          int batch = batches.of(at);
          values[group][batch] -= sums[group] / trials[group] / batches.size(batch);
        }
      }
    }
  }

  /** A cell and the group it is of. */
  private record Member(CellSamples cell, int group) {}

  /** The best loss, ∞ for a trial that diverged or failed: what it had reached is gone. */
  static double loss(CellSamples cell, int repeat) {
    Outcome outcome = cell.outcome(repeat);
    return outcome == Outcome.DIVERGED || outcome == Outcome.FAILED
        ? Double.POSITIVE_INFINITY
        : cell.bestLoss(repeat);
  }
}
