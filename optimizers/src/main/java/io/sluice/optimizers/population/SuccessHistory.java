package io.sluice.optimizers.population;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/** What SHADE and L-SHADE share: pairs of F and CR that were better, replaced in turn. */
abstract class SuccessHistory extends AdaptedDifferential {

  private final double[] weights;
  private final double[] rates;
  private int oldest;

  SuccessHistory(int members, int history, double archive, SearchSpace space, RandomStream random) {
    super(members, (int) (members * archive), space, random);
    weights = new double[history];
    rates = new double[history];
    Arrays.fill(weights, 0.5);
    Arrays.fill(rates, 0.5);
  }

  /** The share of the best that may pull the next child. */
  abstract double share();

  /**
   * What takes the place of a remembered CR.
   *
   * @param before the CR that is replaced
   */
  double rememberedRate(double before) {
    return meanRate();
  }

  @Override
  final void choose(int member, int number) {
    int pair = random.nextInt(weights.length);
    drawn(member, weights[pair], rates[pair], share());
  }

  @Override
  final void learn() {
    tally(true);
    if (isBetter()) {
      weights[oldest] = weight();
      rates[oldest] = rememberedRate(rates[oldest]);
      oldest = (oldest + 1) % weights.length;
    }
  }
}
