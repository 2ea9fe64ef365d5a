package io.sluice.analysis;

import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How much of the variance of log10 cost to a target the activation, the optimizer and their
 * interaction explain. The four shares add up to 1.
 *
 * <p>First the mean of each combination of the other factors is taken out, so that their main
 * effects do not count as variance; how they act together with activation and optimizer stays in
 * {@code within}, as do the seeds. Then {@link TwoWayVariance} splits what is left; the shares are
 * its sums of squares over the sum of these four, which in a balanced study is the total. All
 * problems together means the same over the combinations of all problems. A trial that missed the
 * target counts with the budget, which is less than it would have cost: where many are censored the
 * shares speak of success as much as of cost.
 *
 * <p>The intervals come from a bootstrap of 200 resamples of the repeats, the same in every cell,
 * since a repeat starts alike in all of them; percentiles 2.5 and 97.5, moved so that the resamples
 * have the estimate as their mean, because drawing a repeat twice makes the rest look smaller than
 * it is. A single repeat gives no interval; few give a rough one. More than 1000 repeats are drawn
 * in up to 1000 groups of consecutive ones, which costs less and says the same.
 *
 * @param problem its label, empty for all problems together
 * @param target the loss to be reached
 * @param censored how many of the trials never reached it
 * @param activation the share of the activation
 * @param optimizer the share of the optimizer
 * @param interaction the share of how the two fit each other
 * @param within the share left to the seeds and the other factors
 * @param lead {@code optimizer} − {@code activation}
 */
public record VarianceShares(
    String problem,
    double target,
    Share censored,
    Estimate activation,
    Estimate optimizer,
    Estimate interaction,
    Estimate within,
    Estimate lead) {

  private static final int RESAMPLES = 200;
  private static final int PARTS = 5;

  public VarianceShares {
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(censored, "censored");
    double sum = activation.value() + optimizer.value() + interaction.value() + within.value();
    if (!(Math.abs(sum - 1) < 1e-9)) {
      throw new IllegalArgumentException("shares add up to 1, not to " + sum);
    }
  }

  /** Whether these are the shares of all problems together. */
  public boolean overall() {
    return problem.isEmpty();
  }

  /**
   * The shares at every target, in the order of the targets; at each first those of all problems
   * together, if there are several, then those of each problem. Problems in which fewer than two
   * activations or two optimizers met are left out, and so is where all trials cost the same.
   */
  public static List<VarianceShares> of(StudyRows rows) {
    List<VarianceShares> shares = new ArrayList<>();
    for (int target = 0; target < rows.header().targets().size(); target++) {
      shares.addAll(at(new CostTable(rows, target), rows.header().targets().get(target)));
    }
    return List.copyOf(shares);
  }

  private static List<VarianceShares> at(CostTable table, double target) {
    int problems = table.problems().size();
    int first = problems > 1 ? -1 : 0;
    double[][][] samples = new double[problems - first][PARTS][RESAMPLES];
    boolean several = table.groups() > 1;
    if (several && problems > 0) {
      resample(table, first, samples);
    }
    List<VarianceShares> shares = new ArrayList<>();
    for (int problem = first; problem < problems; problem++) {
      double[] parts = parts(table.analysis(problem, false));
      if (Double.isNaN(parts[0])) {
        continue;
      }
      Estimate[] estimates = new Estimate[PARTS];
      for (int part = 0; part < PARTS; part++) {
        estimates[part] =
            several
                ? interval(parts[part], samples[problem - first][part], part == PARTS - 1 ? -1 : 0)
                : Estimate.withoutInterval(parts[part]);
      }
      shares.add(
          new VarianceShares(
              problem < 0 ? "" : table.problems().get(problem),
              target,
              table.censored(problem),
              estimates[0],
              estimates[1],
              estimates[2],
              estimates[3],
              estimates[4]));
    }
    return shares;
  }

  private static void resample(CostTable table, int first, double[][][] samples) {
    RandomStream random = new RandomStream(RandomStream.key("bootstrap of variance shares"));
    double[] weights = new double[table.groups()];
    for (int sample = 0; sample < RESAMPLES; sample++) {
      Arrays.fill(weights, 0);
      for (int draw = 0; draw < weights.length; draw++) {
        weights[random.nextInt(weights.length)]++;
      }
      table.resample(weights);
      for (int scope = 0; scope < samples.length; scope++) {
        double[] parts = parts(table.analysis(scope + first, true));
        for (int part = 0; part < PARTS; part++) {
          samples[scope][part][sample] = parts[part];
        }
      }
    }
  }

  /** The four shares and the lead; NaN if nothing varies. */
  private static double[] parts(TwoWayVariance analysis) {
    double activation = analysis.first().sumOfSquares();
    double optimizer = analysis.second().sumOfSquares();
    double interaction = analysis.interaction().sumOfSquares();
    double within = analysis.residual().sumOfSquares();
    double sum = activation + optimizer + interaction + within;
    // Rounding leaves a trace of variance even where all values are equal.
    if (!(sum > 1e-18 * analysis.count())) {
      return new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN};
    }
    return new double[] {
      activation / sum,
      optimizer / sum,
      interaction / sum,
      within / sum,
      (optimizer - activation) / sum
    };
  }

  private static Estimate interval(double value, double[] samples, double least) {
    double mean = 0;
    for (double sample : samples) {
      mean += sample / samples.length;
    }
    if (Double.isNaN(mean)) {
      return Estimate.withoutInterval(value);
    }
    Arrays.sort(samples);
    double lower = percentile(samples, 0.025) + value - mean;
    double upper = percentile(samples, 0.975) + value - mean;
    return new Estimate(
        value, Math.min(value, Math.max(least, lower)), Math.max(value, Math.min(1, upper)));
  }

  /** Between the order statistics by linear interpolation. */
  private static double percentile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
