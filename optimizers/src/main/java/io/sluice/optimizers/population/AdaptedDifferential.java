package io.sluice.optimizers.population;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * Differential evolution current-to-pbest/1 whose children have an F and a CR each, drawn around
 * given centres, and which tells what the better children had on average.
 */
abstract class AdaptedDifferential extends Differential {

  private static final double WIDTH = 0.1;

  /** Instead of an improvement from infinity, so that sums are finite. */
  private static final double LARGEST_GAIN = 1e300;

  private final double[] weights;
  private final double[] rates;
  private double sum;
  private double weightSum;
  private double weightSquares;
  private double rateSum;
  private double rateSquares;

  AdaptedDifferential(int members, int archive, SearchSpace space, RandomStream random) {
    super(Mutation.CURRENT_TO_BEST, members, archive, space, random);
    weights = new double[members];
    rates = new double[members];
  }

  /** Draws F and CR around these centres, a CR around 0 being 0, and makes the child. */
  final void drawn(int member, double centreWeight, double centreRate, double share) {
    double weight = Draws.cauchy(random, centreWeight, WIDTH);
    while (weight <= 0) {
      weight = Draws.cauchy(random, centreWeight, WIDTH);
    }
    double rate = centreRate + WIDTH * random.nextGaussian();
    weights[member] = Math.min(1, weight);
    rates[member] = centreRate == 0 ? 0 : Math.max(0, Math.min(1, rate));
    child(member, member, weights[member], rates[member], share);
  }

  /** Sums up what the children had that were better than their parents. */
  final void tally(boolean byGain) {
    sum = 0;
    weightSum = 0;
    weightSquares = 0;
    rateSum = 0;
    rateSquares = 0;
    for (int i = 0; i < members; i++) {
      if (!(told[i] < loss[i])) {
        continue;
      }
      double share = byGain ? Math.min(LARGEST_GAIN, loss[i] - told[i]) : 1;
      sum += share;
      weightSum += share * weights[i];
      weightSquares += share * weights[i] * weights[i];
      rateSum += share * rates[i];
      rateSquares += share * rates[i] * rates[i];
    }
  }

  /** Whether any child was better. */
  final boolean isBetter() {
    return sum > 0 && weightSum > 0;
  }

  /** Lehmer's mean of their F. */
  final double weight() {
    return weightSquares / weightSum;
  }

  /** The mean of their CR. */
  final double meanRate() {
    return rateSum / sum;
  }

  /** Lehmer's mean of their CR, 0 if all are 0. */
  final double rate() {
    return rateSum == 0 ? 0 : rateSquares / rateSum;
  }
}
