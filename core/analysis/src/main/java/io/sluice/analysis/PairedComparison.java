package io.sluice.analysis;

import io.sluice.analysis.judge.Partners;
import io.sluice.analysis.statistics.Family;
import io.sluice.analysis.statistics.SignFlip;
import io.sluice.spi.Factor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One level of a factor against another, trial by trial. Two trials are a pair if all their other
 * factors and hyper-parameters and their repeat are equal, so they started alike.
 *
 * @param factor the factor in which they differ
 * @param baseline the level that is compared with
 * @param level the level that is compared
 * @param target the loss to be reached
 * @param pairs how many pairs there are
 * @param better how many reached the target with the level and not with the baseline
 * @param worse how many reached it with the baseline and not with the level
 * @param p how likely chance alone makes them differ as much: a sign-flip test over the repeats,
 *     since the pairs of one repeat may hang together, by Holm's correction for all levels that
 *     were compared
 */
public record PairedComparison(
    String factor,
    String baseline,
    String level,
    double target,
    long pairs,
    long better,
    long worse,
    double p) {

  public PairedComparison {
    if (better < 0 || worse < 0 || better + worse > pairs) {
      throw new IllegalArgumentException(
          "of " + pairs + " pairs " + better + " cannot be better and " + worse + " worse");
    }
  }

  /** The share of pairs changed for the better. */
  public Share betterShare() {
    return new Share(better, pairs);
  }

  /** The share of pairs changed for the worse. */
  public Share worseShare() {
    return new Share(worse, pairs);
  }

  /**
   * What single choices change at the study's headline target: each weight policy against none,
   * bounds against the range of the initial weights (but for trials without a weight policy that
   * never notice them), and each way of training against its preset, or against the first where
   * that is not asked for. Empty if nothing of these varies or there is no target.
   */
  public static List<PairedComparison> of(StudyRows rows) {
    List<PairedComparison> all = new ArrayList<>(of(rows, "weight-policy", "none"));
    all.addAll(of(rows, "bounds", Factor.INITIAL));
    for (String factor : Ranking.varyingTraining(rows)) {
      List<String> levels = rows.levels(factor);
      String preset = rows.presets().get(factor);
      all.addAll(of(rows, factor, levels.contains(preset) ? preset : levels.get(0)));
    }
    return List.copyOf(all);
  }

  /** Whether bounds have no say in two cells: nothing is done at them, and all trials are alike. */
  private static boolean areIdle(String factor, CellSamples one, CellSamples other) {
    if (!factor.equals("bounds") || !one.cell().factor("weight-policy").equals("none")) {
      return false;
    }
    return IntStream.range(0, Math.max(one.repeats(), other.repeats()))
        .allMatch(
            repeat ->
                one.has(repeat) == other.has(repeat)
                    && Double.compare(one.finalLoss(repeat), other.finalLoss(repeat)) == 0
                    && Double.compare(one.cost(repeat), other.cost(repeat)) == 0);
  }

  /** Every level of a factor against one of them, at the study's headline target. */
  static List<PairedComparison> of(StudyRows rows, String factor, String baseline) {
    int target = rows.headlineTarget();
    Map<String, List<CellSamples>> levels =
        rows.cells().stream()
            .collect(
                Collectors.groupingBy(
                    cell -> cell.cell().factor(factor), LinkedHashMap::new, Collectors.toList()));
    List<CellSamples> with = levels.remove(baseline);
    if (target < 0 || with == null) {
      return List.of();
    }
    Map<Object, CellSamples> baselines = new HashMap<>();
    with.forEach(cell -> baselines.put(Partners.of(cell.cell(), List.of(factor)), cell));
    List<PairedComparison> comparisons = new ArrayList<>();
    levels.forEach(
        (level, cells) ->
            comparisons.add(compare(rows, factor, baseline, level, cells, target, baselines)));
    double[] p = Family.holm(comparisons.stream().mapToDouble(PairedComparison::p).toArray());
    for (int i = 0; i < p.length; i++) {
      comparisons.set(i, comparisons.get(i).withP(p[i]));
    }
    return List.copyOf(comparisons);
  }

  private PairedComparison withP(double corrected) {
    return new PairedComparison(factor, baseline, level, target, pairs, better, worse, corrected);
  }

  private static PairedComparison compare(
      StudyRows rows,
      String factor,
      String baseline,
      String level,
      List<CellSamples> cells,
      int target,
      Map<Object, CellSamples> baselines) {
    long pairs = 0;
    long better = 0;
    long worse = 0;
    int repeats = rows.cells().stream().mapToInt(CellSamples::repeats).max().orElse(0);
    long[] byRepeat = new long[repeats];
    for (CellSamples cell : cells) {
      CellSamples other = baselines.get(Partners.of(cell.cell(), List.of(factor)));
      if (other == null || areIdle(factor, cell, other)) {
        continue;
      }
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat) && other.has(repeat)) {
          boolean with = cell.hit(target, repeat);
          boolean without = other.hit(target, repeat);
          pairs++;
          better += with && !without ? 1 : 0;
          worse += without && !with ? 1 : 0;
          byRepeat[repeat] += (with ? 1 : 0) - (without ? 1 : 0);
        }
      }
    }
    return new PairedComparison(
        factor,
        baseline,
        level,
        rows.header().targets().get(target),
        pairs,
        better,
        worse,
        SignFlip.p(byRepeat));
  }
}
