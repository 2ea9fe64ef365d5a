package io.sluice.analysis;

import io.sluice.analysis.statistics.Aggregate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the seeds spread log10 of the cost to the headline target, trials that missed it counting
 * with the budget.
 *
 * @param deviation the standard deviation within a cell
 * @param correlation of two cells over the seeds: what pairing takes out
 * @param target the loss to be reached
 */
public record SeedSpread(double deviation, double correlation, double target) {

  /**
   * The spread in these rows: the mean square of what is left of each cell without its mean, and of
   * what is left without the means of the repeats on its problem too. Empty without a target, or if
   * no cell has two repeats in which the cost differs.
   */
  public static Optional<SeedSpread> of(StudyRows rows) {
    int target = rows.headlineTarget();
    if (target < 0) {
      return Optional.empty();
    }

    double within = 0;
    double degrees = 0;
    double left = 0;
    double degreesLeft = 0;
    for (String problem : rows.levels("problem")) {
      List<double[]> residuals = residuals(rows, problem, target);
      if (residuals.isEmpty()) {
        continue;
      }
      int repeats = residuals.get(0).length;
      for (int r = 0; r < repeats; r++) {
        double mean = 0;
        for (double[] residual : residuals) {
          mean += residual[r] / residuals.size();
        }
        for (double[] residual : residuals) {
          within += residual[r] * residual[r];
          left += (residual[r] - mean) * (residual[r] - mean);
        }
      }
      degrees += residuals.size() * (repeats - 1.0);
      degreesLeft += (residuals.size() - 1.0) * (repeats - 1.0);
    }
    if (!(within > 0)) {
      return Optional.empty();
    }
    double variance = within / degrees;
    double paired = degreesLeft > 0 ? left / degreesLeft : variance;
    return Optional.of(
        new SeedSpread(
            Math.sqrt(variance),
            Math.max(-1, 1 - paired / variance),
            rows.header().targets().get(target)));
  }

  /** Of each cell of the problem that has all repeats, the numbers less their mean. */
  private static List<double[]> residuals(StudyRows rows, String problem, int target) {
    int repeats = rows.cells().stream().mapToInt(CellSamples::repeats).max().orElse(0);
    List<double[]> residuals = new ArrayList<>();
    for (CellSamples cell : rows.cells()) {
      if (repeats < 2
          || cell.trials() < repeats
          || !cell.cell().factor("problem").equals(problem)) {
        continue;
      }
      double[] values = new double[repeats];
      for (int r = 0; r < repeats; r++) {
        values[r] = rows.logCost(cell, target, r);
      }
      double mean = Aggregate.mean(values);
      for (int r = 0; r < repeats; r++) {
        values[r] -= mean;
      }
      residuals.add(values);
    }
    return residuals;
  }
}
