package io.sluice.optimizers.evolution;

import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;

/**
 * Members in pairs of opposite standard normal steps; where the number is odd, the last member is
 * the mean itself.
 */
abstract class OppositePairs extends EvolutionState {

  /** From −½ for the best to ½ for the worst; 0 where there is one member alone. */
  final double[] centredRanks;

  OppositePairs(SearchSpace space, RandomStream random, int size, double step) {
    super(space, random, size, step);
    centredRanks = new double[size];
    for (int rank = 0; rank < size; rank++) {
      centredRanks[rank] = size == 1 ? 0 : (double) rank / (size - 1) - 0.5;
    }
  }

  @Override
  void draw(int member) {
    if (member % 2 == 1) {
      for (int p = 0; p < dimension; p++) {
        steps[member][p] = -oppositeOf(member - 1, p);
      }
    } else if (member + 1 < size) {
      gaussians.fill(steps[member]);
    } else {
      Arrays.fill(steps[member], 0);
    }
  }

  /** The standard normal step of the first of a pair. */
  double oppositeOf(int member, int parameter) {
    return steps[member][parameter];
  }
}
