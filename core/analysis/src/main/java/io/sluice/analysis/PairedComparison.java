package io.sluice.analysis;

import io.sluice.analysis.judge.Partners;
import io.sluice.analysis.statistics.Family;
import io.sluice.analysis.statistics.SignFlip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
   * Every level of a factor against the baseline at the study's headline target. Empty if the study
   * has no such baseline, no other level or no target.
   */
  public static List<PairedComparison> of(StudyRows rows, String factor, String baseline) {
    int target = rows.headlineTarget();
    List<String> levels = rows.levels(factor);
    if (target < 0 || !levels.contains(baseline)) {
      return List.of();
    }
    Map<Object, CellSamples> baselines = new HashMap<>();
    for (CellSamples cell : rows.cells()) {
      if (cell.cell().factor(factor).equals(baseline)) {
        baselines.put(Partners.of(cell.cell(), List.of(factor)), cell);
      }
    }
    List<PairedComparison> comparisons = new ArrayList<>();
    for (String level : levels) {
      if (!level.equals(baseline)) {
        comparisons.add(compare(rows, factor, baseline, level, target, baselines));
      }
    }
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
      int target,
      Map<Object, CellSamples> baselines) {
    long pairs = 0;
    long better = 0;
    long worse = 0;
    int repeats = rows.cells().stream().mapToInt(CellSamples::repeats).max().orElse(0);
    long[] byRepeat = new long[repeats];
    for (CellSamples cell : rows.cells()) {
      if (!cell.cell().factor(factor).equals(level)) {
        continue;
      }
      CellSamples other = baselines.get(Partners.of(cell.cell(), List.of(factor)));
      if (other == null) {
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
