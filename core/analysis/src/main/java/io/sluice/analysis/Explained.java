package io.sluice.analysis;

import io.sluice.analysis.variance.Decomposition;
import io.sluice.analysis.variance.Design;
import io.sluice.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What explains the cost to one target: of all trials, or of those at one level of a factor.
 *
 * <p>Only repeats that are there in every cell count, so that cells are compared on the same seeds;
 * cells with fewer than half of the repeats, and trials that failed, are left out.
 *
 * @param where the level that all of these trials have, by the name of its factor; empty for all
 * @param target the loss to be reached
 * @param missed the share of trials that never reached it, which count with the budget
 * @param leftOut how many trials are left out
 * @param cost the sources of the variance of log10 cost
 * @param success the sources of the variance of success, where some reached the target and some did
 *     not
 */
public record Explained(
    Map<String, String> where,
    double target,
    Share missed,
    long leftOut,
    Decomposition cost,
    Optional<Decomposition> success) {

  public Explained {
    where = Map.copyOf(where);
  }

  /** Whether this is about all trials. */
  public boolean overall() {
    return where.isEmpty();
  }

  /** The problem that this is about, empty for all together. */
  public String problem() {
    return where.getOrDefault("problem", "");
  }

  /**
   * What explains the cost to each target: at each first on all problems together, then on each
   * problem, if there are several. Left out is where all trials cost the same.
   */
  static List<Explained> of(StudyRows rows) {
    List<Explained> explained = new ArrayList<>();
    List<String> problems = rows.levels("problem");
    for (int target = 0; target < rows.header().targets().size(); target++) {
      of(rows, target, Map.of()).ifPresent(explained::add);
      if (problems.size() > 1) {
        for (String problem : problems) {
          of(rows, target, Map.of("problem", problem)).ifPresent(explained::add);
        }
      }
    }
    return List.copyOf(explained);
  }

  /** What explains the cost of the trials that have these levels. */
  static Optional<Explained> of(StudyRows rows, int target, Map<String, String> where) {
    List<CellSamples> cells =
        rows.cells().stream()
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
    Optional<Decomposition> cost =
        Decomposition.of(
            design, values(rows, full, common, new Response(Response.Kind.LOG_COST, target)));
    if (cost.isEmpty() || design.factors().isEmpty()) {
      return Optional.empty();
    }
    double[][] success = values(rows, full, common, new Response(Response.Kind.SUCCESS, target));
    long trials = (long) full.size() * common.length;
    long reached = 0;
    for (double[] row : success) {
      for (double hit : row) {
        reached += (long) hit;
      }
    }
    long all = cells.stream().mapToLong(CellSamples::trials).sum();
    return Optional.of(
        new Explained(
            where,
            rows.header().targets().get(target),
            new Share(trials - reached, trials),
            all - trials,
            cost.get(),
            Decomposition.of(design, success)));
  }

  private static int sound(CellSamples cell) {
    return cell.trials() - cell.count(Outcome.FAILED);
  }

  /** The repeats that every cell has. */
  private static int[] common(List<CellSamples> cells, int repeats) {
    List<Integer> common = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      int at = repeat;
      if (cells.stream().allMatch(cell -> cell.has(at) && cell.outcome(at) != Outcome.FAILED)) {
        common.add(repeat);
      }
    }
    return common.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[][] values(
      StudyRows rows, List<CellSamples> cells, int[] repeats, Response response) {
    double[][] values = new double[cells.size()][repeats.length];
    for (int c = 0; c < values.length; c++) {
      for (int r = 0; r < repeats.length; r++) {
        values[c][r] = response.of(rows, cells.get(c), repeats[r]);
      }
    }
    return values;
  }
}
