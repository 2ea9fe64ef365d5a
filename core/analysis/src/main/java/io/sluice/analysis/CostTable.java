package io.sluice.analysis;

import io.sluice.spi.Cell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * log10 of the cost to one target, laid out for the variance that activation and optimizer explain:
 * each cell with its activation, its optimizer and its block. A block is a combination of the other
 * factors, whose mean is taken out. A factor makes blocks only where each of its levels met the
 * same activations and optimizers; otherwise its mean would take part of their effect along.
 */
final class CostTable {

  /** More repeats than these are resampled in groups of consecutive ones. */
  static final int MOST_GROUPS = 1000;

  private final int target;
  private final double budget;
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> activations = new LinkedHashMap<>();
  private final Map<String, Integer> optimizers = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final int blocks;
  private final int repeats;
  private final int groupSize;

  /** A cell; {@code sums} tells its groups of repeats apart. */
  private record Entry(
      int problem,
      int activation,
      int optimizer,
      int block,
      GroupSums sums,
      int censored,
      Moments plain,
      Moments resampled) {}

  /** The cells of those problems in which two activations and two optimizers met. */
  CostTable(StudyRows rows, int target) {
    this.target = target;
    this.budget = rows.header().budget();
    this.repeats = rows.cells().stream().mapToInt(CellSamples::repeats).max().orElse(0);
    this.groupSize = (repeats + MOST_GROUPS - 1) / MOST_GROUPS;
    Map<List<String>, Integer> blockOf = new HashMap<>();
    for (String problem : rows.levels("problem")) {
      List<CellSamples> cells =
          rows.cells().stream()
              .filter(cell -> cell.cell().factor("problem").equals(problem))
              .toList();
      if (levels(cells, "activation").size() < 2 || levels(cells, "optimizer").size() < 2) {
        continue;
      }
      List<String> crossed = crossed(cells);
      for (CellSamples cell : cells) {
        List<String> key = new ArrayList<>(List.of(problem));
        crossed.forEach(factor -> key.add(cell.cell().factor(factor)));
        add(cell, problems.size(), blockOf.computeIfAbsent(key, k -> blockOf.size()));
      }
      problems.add(problem);
    }
    this.blocks = blockOf.size();
  }

  private void add(CellSamples cell, int problem, int block) {
    double[] values = new double[cell.repeats()];
    Moments plain = new Moments();
    for (int repeat = 0; repeat < values.length; repeat++) {
      values[repeat] = cell.has(repeat) ? logCost(cell, repeat) : Double.NaN;
      if (cell.has(repeat)) {
        plain.add(values[repeat]);
      }
    }
    entries.add(
        new Entry(
            problem,
            place(activations, cell.cell().factor("activation")),
            place(optimizers, cell.cell().factor("optimizer")),
            block,
            new GroupSums(values, plain.mean(), groupSize),
            cell.trials() - cell.hits(target),
            plain,
            new Moments()));
  }

  /**
   * A trial that missed the target counts with the budget, or with its own cost if that is higher:
   * a trial that diverged early was not cheap. A cost below one forward pass counts as one.
   */
  private double logCost(CellSamples cell, int repeat) {
    double cost = cell.hitCost(target, repeat);
    if (Double.isNaN(cost)) {
      double spent = cell.cost(repeat);
      cost = Double.isFinite(budget) ? Math.max(spent, budget) : spent;
    }
    return Math.log10(Math.max(1, cost));
  }

  private static int place(Map<String, Integer> places, String label) {
    return places.computeIfAbsent(label, key -> places.size());
  }

  private static Set<String> levels(List<CellSamples> cells, String factor) {
    Set<String> levels = new HashSet<>();
    cells.forEach(cell -> levels.add(cell.cell().factor(factor)));
    return levels;
  }

  private static List<String> crossed(List<CellSamples> cells) {
    List<String> crossed = new ArrayList<>();
    for (String factor : Cell.FACTORS) {
      if (List.of("problem", "activation", "optimizer").contains(factor)) {
        continue;
      }
      Map<String, Set<List<String>>> met = new HashMap<>();
      for (CellSamples cell : cells) {
        met.computeIfAbsent(cell.cell().factor(factor), level -> new HashSet<>())
            .add(List.of(cell.cell().factor("activation"), cell.cell().factor("optimizer")));
      }
      if (new HashSet<>(met.values()).size() == 1) {
        crossed.add(factor);
      }
    }
    return crossed;
  }

  /** The problems that have something to tell. */
  List<String> problems() {
    return problems;
  }

  /** How many groups of repeats there are: as many as repeats unless these are very many. */
  int groups() {
    return repeats == 0 ? 0 : (repeats + groupSize - 1) / groupSize;
  }

  /** Takes each group of repeats as often as its weight says, in every cell alike. */
  void resample(double[] weights) {
    for (Entry entry : entries) {
      entry.resampled.reset();
      entry.sums.resample(weights, entry.plain.mean(), entry.resampled);
    }
  }

  /**
   * The analysis of one problem, or of all together for −1, after the mean of each block was taken
   * out.
   */
  TwoWayVariance analysis(int problem, boolean resampled) {
    Moments[] blockMoments = fresh(blocks);
    for (Entry entry : entries) {
      blockMoments[entry.block].merge(resampled ? entry.resampled : entry.plain);
    }
    Moments[][] table = new Moments[activations.size()][];
    for (int i = 0; i < table.length; i++) {
      table[i] = fresh(optimizers.size());
    }
    for (Entry entry : entries) {
      if (problem < 0 || entry.problem == problem) {
        Moments moments = resampled ? entry.resampled : entry.plain;
        table[entry.activation][entry.optimizer].merge(
            moments.count(), moments.mean() - blockMoments[entry.block].mean(), moments.squares());
      }
    }
    return TwoWayVariance.of(table);
  }

  private static Moments[] fresh(int count) {
    Moments[] moments = new Moments[count];
    for (int i = 0; i < count; i++) {
      moments[i] = new Moments();
    }
    return moments;
  }

  /** How many of the trials of a problem, or of all for −1, never reached the target. */
  Share censored(int problem) {
    long censored = 0;
    long trials = 0;
    for (Entry entry : entries) {
      if (problem < 0 || entry.problem == problem) {
        censored += entry.censored;
        trials += (long) entry.plain.count();
      }
    }
    return new Share(censored, trials);
  }
}
