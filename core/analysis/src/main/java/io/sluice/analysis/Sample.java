package io.sluice.analysis;

import io.sluice.analysis.variance.Design;
import io.sluice.spi.Outcome;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The trials that are taken apart: of the cells that have some levels, those with at least half of
 * the repeats, and of these the repeats that every one has. Trials that failed are left out.
 *
 * @param where the levels
 * @param cells the cells that count
 * @param repeats the repeats that count
 * @param design the factors that vary over the cells
 * @param all how many trials the levels have, counted or not
 */
record Sample(
    Map<String, String> where, List<CellSamples> cells, int[] repeats, Design design, long all) {

  /** Nothing if less than two cells are left, or no repeat, or if nothing varies. */
  static Optional<Sample> of(
      StudyRows rows, Map<String, String> where, Predicate<CellSamples> counts) {
    List<CellSamples> cells =
        rows.cells().stream()
            .filter(counts)
            .filter(
                cell ->
                    where.entrySet().stream()
                        .allMatch(
                            level -> cell.cell().factor(level.getKey()).equals(level.getValue())))
            .toList();
    int repeats = cells.stream().mapToInt(CellSamples::repeats).max().orElse(0);
    List<CellSamples> full = cells.stream().filter(cell -> 2 * sound(cell) > repeats).toList();
    int[] common = common(full, repeats);
    if (full.size() < 2 || common.length == 0) {
      return Optional.empty();
    }
    Design design = Design.of(full.stream().map(CellSamples::cell).toList());
    long all = cells.stream().mapToLong(CellSamples::trials).sum();
    return design.factors().isEmpty()
        ? Optional.empty()
        : Optional.of(new Sample(where, full, common, design, all));
  }

  /** The sample of some of these cells; empty where there are less than two. */
  Sample only(List<CellSamples> some) {
    return some.size() == cells.size()
        ? this
        : new Sample(
            where, some, repeats, Design.of(some.stream().map(CellSamples::cell).toList()), all);
  }

  /** The places of the cells, apart by the levels of a factor. */
  Collection<List<Integer>> byFactor(String factor) {
    return IntStream.range(0, cells.size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                place -> cells.get(place).cell().factor(factor),
                LinkedHashMap::new,
                Collectors.toList()))
        .values();
  }

  private static int sound(CellSamples cell) {
    return cell.trials() - cell.count(Outcome.FAILED);
  }

  /** The repeats that every cell has. */
  private static int[] common(List<CellSamples> cells, int repeats) {
    return IntStream.range(0, repeats)
        .filter(
            at ->
                cells.stream().allMatch(cell -> cell.has(at) && cell.outcome(at) != Outcome.FAILED))
        .toArray();
  }

  /** How many trials count. */
  long trials() {
    return (long) cells.size() * repeats.length;
  }

  /** How many trials do not. */
  long leftOut() {
    return all - trials();
  }

  /** {@code values[cell][repeat]}. */
  double[][] values(TrialNumber number) {
    double[][] values = new double[cells.size()][repeats.length];
    for (int c = 0; c < values.length; c++) {
      CellSamples cell = cells.get(c);
      for (int r = 0; r < repeats.length; r++) {
        values[c][r] = number.of(cell, repeats[r]);
      }
    }
    return values;
  }
}
