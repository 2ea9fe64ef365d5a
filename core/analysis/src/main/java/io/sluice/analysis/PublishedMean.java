package io.sluice.analysis;

import java.util.Objects;

/**
 * A figure that somebody published: the mean over runs of the best fitness, which is 1 less the
 * best loss, of one optimizer on one problem.
 *
 * @param problem the label of the problem in the study that repeats it
 * @param optimizer the label of the optimizer
 * @param mean the published mean
 * @param runs of how many runs, at least 1
 */
public record PublishedMean(String problem, String optimizer, double mean, int runs) {

  /**
   * What the trials of a study say of it.
   *
   * @param mean their mean of the same
   * @param deviation their standard deviation
   * @param trials how many there are
   * @param z by how many standard errors the mean is above the published one, NaN if that cannot be
   *     said. The deviation of the published runs is taken to be the same
   */
  public record Repeated(double mean, double deviation, int trials, double z) {}

  public PublishedMean {
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(optimizer, "optimizer");
    if (!Double.isFinite(mean) || runs < 1) {
      throw new IllegalArgumentException("no mean of " + runs + " runs is " + mean);
    }
  }

  /** Compares it with the trials of its cells; none, if there are none. */
  public Repeated against(StudyRows rows) {
    double sum = 0;
    double squares = 0;
    int trials = 0;
    for (CellSamples cell : rows.cells()) {
      if (!problem.equals(cell.cell().factors().get("problem"))
          || !optimizer.equals(cell.cell().factors().get("optimizer"))) {
        continue;
      }
      for (int repeat = 0; repeat < cell.repeats(); repeat++) {
        if (cell.has(repeat)) {
          // Around the published mean, so that the squares lose no digits.
          double off = 1 - cell.bestLoss(repeat) - mean;
          sum += off;
          squares += off * off;
          trials++;
        }
      }
    }
    double off = sum / trials;
    double variance = trials < 2 ? Double.NaN : (squares - sum * off) / (trials - 1);
    double deviation = Math.sqrt(Math.max(0, variance));
    double error = deviation * Math.sqrt(1.0 / trials + 1.0 / runs);
    return new Repeated(mean + off, deviation, trials, error > 0 ? off / error : Double.NaN);
  }
}
