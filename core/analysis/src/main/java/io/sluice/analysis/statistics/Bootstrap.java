package io.sluice.analysis.statistics;

import io.sluice.analysis.Estimate;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Bootstrap intervals (Efron 1979) of a statistic of scores on several problems, resampled within
 * each problem.
 */
public final class Bootstrap {

  private Bootstrap() {}

  /**
   * The statistic of each resample.
   *
   * @param scores {@code scores[run][problem]}
   * @param indices {@code indices[resample][run][problem]}: which run's score is taken there
   * @param statistic of all scores of a resample together
   */
  public static double[] replicates(
      double[][] scores, int[][][] indices, ToDoubleFunction<double[]> statistic) {
    double[] replicates = new double[indices.length];
    for (int b = 0; b < indices.length; b++) {
      double[] drawn = new double[scores.length * scores[0].length];
      int at = 0;
      for (int run = 0; run < scores.length; run++) {
        for (int problem = 0; problem < scores[0].length; problem++) {
          drawn[at++] = scores[indices[b][run][problem]][problem];
        }
      }
      replicates[b] = statistic.applyAsDouble(drawn);
    }
    return replicates;
  }

  /** The percentile interval: 2.5 and 97.5 % of the replicates. */
  public static Estimate percentile(double value, double... replicates) {
    return new Estimate(
        value, Aggregate.quantile(0.025, replicates), Aggregate.quantile(0.975, replicates));
  }

  /**
   * The bias-corrected and accelerated interval (Efron 1987).
   *
   * @param value the statistic of the sample
   * @param jackknife the statistic with one observation left out, for each
   * @param replicates the statistic of each resample
   */
  public static Estimate accelerated(double value, double[] jackknife, double... replicates) {
    double below = Arrays.stream(replicates).filter(replicate -> replicate < value).count();
    double equal = Arrays.stream(replicates).filter(replicate -> replicate == value).count();
    double share = (below + equal / 2) / replicates.length;
    if (share <= 0 || share >= 1) {
      return percentile(value, replicates);
    }
    double bias = Tails.normalQuantile(share);
    double mean = Aggregate.mean(jackknife);
    double squares = 0;
    double cubes = 0;
    for (double left : jackknife) {
      double apart = mean - left;
      squares += apart * apart;
      cubes += apart * apart * apart;
    }
    double acceleration = squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
    return new Estimate(
        value,
        Aggregate.quantile(moved(bias, acceleration, 0.025), replicates),
        Aggregate.quantile(moved(bias, acceleration, 0.975), replicates));
  }

  private static double moved(double bias, double acceleration, double p) {
    double z = bias + Tails.normalQuantile(p);
    return 1 - Tails.normal(bias + z / (1 - acceleration * z));
  }
}
