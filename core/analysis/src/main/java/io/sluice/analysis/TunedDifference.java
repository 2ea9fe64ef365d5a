package io.sluice.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How far tuned optimizers differ with their declared values and with the tuned ones: the variance
 * of their mean log10 cost to the headline target over all contexts, in absolute terms, so that
 * less noise or fewer misses elsewhere do not pass for a larger share.
 *
 * <p>With u_or the mean of optimizer o in repeat r less that of all optimizers, the variance is
 * estimated without bias by the mean of Σ_o u_or u_os / (optimizers − 1) over all pairs of
 * different repeats. The change has an interval by the jackknife over the repeats, which both have
 * in common.
 *
 * @param optimizers how many are tuned, at least two
 * @param declared the variance with the declared values; may come out below 0
 * @param tuned the variance with the tuned ones
 * @param change tuned less declared
 */
record TunedDifference(int optimizers, double declared, double tuned, Estimate change) {

  /** Where more trials missed the target, costs at the budget hide how far they differ. */
  private static final double MOST_MISSED = 0.25;

  private static final int FEWEST_REPEATS = 5;

  /**
   * The difference in these rows; empty with fewer than two tuned optimizers or {@value
   * #FEWEST_REPEATS} repeats, where trials lack, and where more than a quarter of the trials with
   * either values missed the target.
   */
  static Optional<TunedDifference> of(StudyRows rows) {
    int target = rows.headlineTarget();
    Map<String, List<CellSamples>> tuned = new LinkedHashMap<>();
    Map<String, List<CellSamples>> declared = new LinkedHashMap<>();
    for (CellSamples cell : rows.cells()) {
      if (cell.cell().isTuned()) {
        tuned.computeIfAbsent(component(cell), name -> new ArrayList<>()).add(cell);
      }
    }
    for (CellSamples cell : rows.cells()) {
      if (!cell.cell().isTuned() && tuned.containsKey(component(cell))) {
        declared.computeIfAbsent(component(cell), name -> new ArrayList<>()).add(cell);
      }
    }
    int repeats = rows.cells().stream().mapToInt(CellSamples::repeats).max().orElse(0);
    if (target < 0
        || tuned.size() < 2
        || repeats < FEWEST_REPEATS
        || !isSound(declared, target, repeats)
        || !isSound(tuned, target, repeats)) {
      return Optional.empty();
    }
    double[][] before = effects(rows, declared, target, repeats);
    double[][] after = effects(rows, tuned, target, repeats);
    ToDoubleFunction<Integer> change = left -> variance(after, left) - variance(before, left);
    return Optional.of(
        new TunedDifference(
            tuned.size(), variance(before, -1), variance(after, -1), jackknife(change, repeats)));
  }

  private static boolean isSound(Map<String, List<CellSamples>> groups, int target, int repeats) {
    long trials = 0;
    long hits = 0;
    for (List<CellSamples> cells : groups.values()) {
      for (CellSamples cell : cells) {
        if (cell.trials() < repeats) {
          return false;
        }
        trials += cell.trials();
        hits += cell.hits(target);
      }
    }
    return trials > 0 && trials - hits <= MOST_MISSED * trials;
  }

  private static String component(CellSamples cell) {
    String label = cell.cell().factor("optimizer");
    int open = label.lastIndexOf('(');
    return open < 0 ? label : label.substring(0, open);
  }

  /** {@code [optimizer][repeat]}: its mean less that of all. */
  private static double[][] effects(
      StudyRows rows, Map<String, List<CellSamples>> groups, int target, int repeats) {
    double[][] effects = new double[groups.size()][repeats];
    int o = 0;
    for (List<CellSamples> cells : groups.values()) {
      for (int r = 0; r < repeats; r++) {
        for (CellSamples cell : cells) {
          effects[o][r] += rows.logCost(cell, target, r) / cells.size();
        }
      }
      o++;
    }
    for (int r = 0; r < repeats; r++) {
      double mean = 0;
      for (double[] effect : effects) {
        mean += effect[r] / effects.length;
      }
      for (double[] effect : effects) {
        effect[r] -= mean;
      }
    }
    return effects;
  }

  /** The variance without one of the repeats, −1 for none. */
  private static double variance(double[][] effects, int left) {
    double pairs = 0;
    int n = effects[0].length - (left < 0 ? 0 : 1);
    for (double[] effect : effects) {
      double sum = 0;
      double squares = 0;
      for (int r = 0; r < effect.length; r++) {
        if (r != left) {
          sum += effect[r];
          squares += effect[r] * effect[r];
        }
      }
      pairs += sum * sum - squares;
    }
    return pairs / ((double) n * (n - 1) * (effects.length - 1));
  }

  private static Estimate jackknife(ToDoubleFunction<Integer> statistic, int repeats) {
    double[] without = new double[repeats];
    double mean = 0;
    for (int r = 0; r < repeats; r++) {
      without[r] = statistic.applyAsDouble(r);
      mean += without[r] / repeats;
    }
    double squares = 0;
    for (double one : without) {
      squares += (one - mean) * (one - mean);
    }
    double value = statistic.applyAsDouble(-1);
    double half =
        Distributions.studentQuantile(0.975, repeats - 1)
            * Math.sqrt(squares * (repeats - 1) / repeats);
    return new Estimate(value, value - half, value + half);
  }
}
