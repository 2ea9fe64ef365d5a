package io.sluice.optimizers.population;

import io.sluice.optimizers.SlotOrder;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * A genetic algorithm: binary tournaments choose parents, kinds cross them, polynomial mutation
 * moves one coordinate on average, and of parents and children together the better half lives on.
 */
abstract class Breeding extends Population {

  private final double mutationIndex;
  private final SlotOrder order;
  private final double[] losses;
  private final double[][] places;
  private final double[] spare;

  Breeding(int members, double mutationIndex, SearchSpace space, RandomStream random) {
    super(members, space, random);
    this.mutationIndex = mutationIndex;
    order = new SlotOrder(2 * members);
    losses = new double[2 * members];
    places = new double[2 * members][];
    spare = new double[coordinates];
  }

  /** Replaces two children, which are copies of their parents, if these are crossed. */
  abstract void cross(double[] first, double[] second, double[] one, double[] two);

  @Override
  final int propose() {
    for (int i = 0; i < members; i += 2) {
      double[] first = x[tournament()];
      double[] second = x[tournament()];
      double[] one = proposal[i];
      double[] two = i + 1 < members ? proposal[i + 1] : spare;
      System.arraycopy(first, 0, one, 0, coordinates);
      System.arraycopy(second, 0, two, 0, coordinates);
      cross(first, second, one, two);
      mutate(one, mutationIndex, 1.0 / coordinates);
      mutate(two, mutationIndex, 1.0 / coordinates);
    }
    return members;
  }

  @Override
  final void judge(int proposals) {
    System.arraycopy(loss, 0, losses, 0, members);
    System.arraycopy(told, 0, losses, members, members);
    System.arraycopy(x, 0, places, 0, members);
    System.arraycopy(proposal, 0, places, members, members);
    int[] ranks = order.ascending(losses);
    for (int i = 0; i < members; i++) {
      x[i] = places[ranks[i]];
      loss[i] = losses[ranks[i]];
      proposal[i] = places[ranks[members + i]];
    }
  }
}
