package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;
import io.sluice.analysis.StudyRows;
import io.sluice.analysis.statistics.Batches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The scores of levels over the budget, as {@link RankFlips} says.
 *
 * @param budgets from small to large
 * @param at {@code at[budget][level][place of the repeat]}, of more than {@value #MOST_BATCHES}
 *     repeats [batch]
 * @param early the same at a tenth of the largest budget
 */
record Scores(double[] budgets, double[][][] at, double[][] early) {

  private static final int BUDGETS = 20;
  private static final double MOST_DECADES = 6;
  static final int MOST_BATCHES = 1000;

  /** A larger target counts so much less that it only tells equals apart. */
  private static final double NEXT_TARGET = 1e-3;

  static Scores of(StudyRows rows, Subjects subjects, int headline) {
    List<Double> losses = rows.header().targets();
    int[] targets =
        IntStream.range(0, losses.size())
            .filter(target -> losses.get(target) >= losses.get(headline))
            .boxed()
            .sorted(Comparator.comparingDouble(losses::get))
            .mapToInt(Integer::intValue)
            .limit(5)
            .toArray();
    int[] repeats =
        IntStream.range(0, subjects.repeats())
            .filter(r -> subjects.blocks().stream().allMatch(block -> Subjects.has(block, r)))
            .toArray();
    double[] budgets = budgets(rows, subjects, targets[targets.length - 1], repeats);
    int levels = subjects.labels().size();
    Batches batches = Batches.of(repeats.length, MOST_BATCHES);
    double[][][] at = new double[budgets.length][levels][batches.count()];
    double[][] early = new double[levels][batches.count()];
    double tenth = budgets[budgets.length - 1] / 10;
    int[] cells = new int[levels];
    for (List<List<CellSamples>> block : subjects.blocks()) {
      for (int level = 0; level < levels; level++) {
        cells[level] += block.get(level).size();
        for (CellSamples cell : block.get(level)) {
          double weight = 1;
          for (int target : targets) {
            for (int r = 0; r < repeats.length; r++) {
              double cost = cell.hitCost(target, repeats[r]);
              int place = Double.isNaN(cost) ? budgets.length : place(budgets, cost);
              if (place < budgets.length) {
                at[place][level][batches.of(r)] += weight;
                early[level][batches.of(r)] += cost <= tenth ? weight : 0;
              }
            }
            weight *= NEXT_TARGET;
          }
        }
      }
    }
    for (int level = 0; level < levels; level++) {
      for (int batch = 0; batch < batches.count(); batch++) {
        int trials = cells[level] * batches.size(batch);
        double sum = 0;
        for (double[][] budget : at) {
          sum += budget[level][batch];
          budget[level][batch] = sum / trials;
        }
        early[level][batch] /= trials;
      }
    }
    return new Scores(budgets, at, early);
  }

  int repeats() {
    return early[0].length;
  }

  /** The first budget that is enough. */
  private static int place(double[] budgets, double cost) {
    int found = Arrays.binarySearch(budgets, cost);
    return found >= 0 ? found : -found - 1;
  }

  private static double[] budgets(StudyRows rows, Subjects subjects, int largest, int[] repeats) {
    List<CellSamples> cells = new ArrayList<>();
    subjects.blocks().forEach(block -> block.forEach(cells::addAll));
    double least = Double.POSITIVE_INFINITY;
    double most = 1;
    for (CellSamples cell : cells) {
      for (int repeat : repeats) {
        double hit = cell.hitCost(largest, repeat);
        least = hit < least ? hit : least;
        most = Math.max(most, cell.cost(repeat));
      }
    }
    double budget = rows.header().budget();
    double end = Double.isFinite(budget) && budget > 0 ? Math.max(budget, most) : most;
    double decades = Math.log10(end / Math.max(1, Math.min(least, end)));
    decades = Math.min(MOST_DECADES, Math.max(1, decades));
    double[] budgets = new double[BUDGETS];
    for (int i = 0; i < BUDGETS; i++) {
      budgets[i] = end * Math.pow(10, -decades * (BUDGETS - 1 - i) / (BUDGETS - 1));
    }
    return budgets;
  }
}
