package io.sluice.optimizers.evolution;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/** The distribution of {@link Iamalgam} in one trial. */
final class AnticipatingState extends EvolutionState {

  private static final double SHRINKAGE = 0.9;
  private static final double FARTHEST_SHIFT = 2;

  private final Recombination selected;
  private final double covarianceRate;
  private final double shiftRate;
  private final int shifted;
  private final int mostIdle;
  private final double[][] covariance;
  private final double[][] lower;
  private final double[] shift;
  private final double[] meanStep;
  private final double[] betterStep;
  private double spread = 1;
  private double best = Double.POSITIVE_INFINITY;
  private int idle;
  private int generations;

  AnticipatingState(SearchSpace space, RandomStream random, int size, double share) {
    super(space, random, size, 1);
    int count = (int) Math.max(1, Math.floor(share * size));
    selected = Recombination.equal(count);
    double n = dimension;
    covarianceRate = -StrictMath.expm1(-1.1 * StrictMath.pow(count, 1.2) / StrictMath.pow(n, 1.6));
    shiftRate = -StrictMath.expm1(-1.2 * StrictMath.pow(count, 0.31) / Math.sqrt(n));
    shifted = (int) (0.5 * share * size / Math.max(1, size - 1) * (size - 1));
    mostIdle = 25 + dimension;
    covariance = new double[dimension][dimension];
    lower = new double[dimension][dimension];
    shift = new double[dimension];
    meanStep = new double[dimension];
    betterStep = new double[dimension];
    for (int p = 0; p < dimension; p++) {
      covariance[p][p] = 1.0 / 12;
    }
    SymmetricMatrix.decompose(covariance, lower);
  }

  @Override
  void draw(int member) {
    double[] z = draws[member];
    gaussians.fill(z);
    double deviation = Math.sqrt(spread);
    for (int p = 0; p < dimension; p++) {
      double sum = 0;
      for (int k = 0; k <= p; k++) {
        sum += lower[p][k] * z[k];
      }
      steps[member][p] = deviation * sum;
    }
    if (member < shifted && generations > 1) {
      for (int p = 0; p < dimension; p++) {
        steps[member][p] += FARTHEST_SHIFT * spread * shift[p];
      }
    }
  }

  @Override
  void learn(int[] order) {
    adaptSpread(order);
    double[] weights = selected.weights();
    blend(order, weights, steps, meanStep);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int rank = 0; rank < weights.length; rank++) {
          double[] y = steps[order[rank]];
          sum += weights[rank] * (y[i] - meanStep[i]) * (y[j] - meanStep[j]);
        }
        covariance[i][j] += covarianceRate * (sum - covariance[i][j]);
      }
    }
    for (int p = 0; p < dimension; p++) {
      double taken = generations == 0 ? 0 : meanStep[p];
      shift[p] += shiftRate * (taken - shift[p]);
    }
    moveMean(1, meanStep);
    SymmetricMatrix.decompose(covariance, lower);
    generations++;
  }

  /** Adapts the factor of the covariance by where the candidates are that beat the best so far. */
  private void adaptSpread(int[] order) {
    int better = 0;
    while (better < selected.weights().length && losses[order[better]] < best) {
      better++;
    }
    if (better > 0) {
      idle = 0;
      best = losses[order[0]];
      spread = Math.max(1, spread);
      if (deviationsAway(order, better) > 1) {
        spread = limited(spread / SHRINKAGE);
      }
      return;
    }
    idle += spread <= 1 ? 1 : 0;
    if (spread > 1 || idle >= mostIdle) {
      spread *= SHRINKAGE;
    }
    if (spread < 1 && idle < mostIdle) {
      spread = 1;
    }
    spread = limited(spread);
  }

  /** How far the mean of the first members lies from that of the samples, in deviations. */
  private double deviationsAway(int[] order, int count) {
    Arrays.fill(betterStep, 0);
    for (int rank = 0; rank < count; rank++) {
      for (int p = 0; p < dimension; p++) {
        betterStep[p] += steps[order[rank]][p] / count;
      }
    }
    double most = 0;
    for (int i = 0; i < dimension; i++) {
      double rest = betterStep[i];
      for (int k = 0; k < i; k++) {
        rest -= lower[i][k] * betterStep[k];
      }
      betterStep[i] = rest / lower[i][i];
      most = Math.max(most, Math.abs(betterStep[i]));
    }
    return most / Math.sqrt(spread);
  }
}
