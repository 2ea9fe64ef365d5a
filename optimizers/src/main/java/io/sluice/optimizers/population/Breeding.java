package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.optimizers.SlotOrder;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;

/**
 * A genetic algorithm: binary tournaments choose parents, kinds cross them, polynomial mutation
 * moves one coordinate on average, and of parents and children together the better half lives on.
 */
abstract class Breeding extends Population {

  /** The presets, with the hyper-parameter of the crossover before the last. */
  static Settings presets(Hyperparameter ofCrossover) {
    return Settings.of(
        Population.size(100, 2),
        Hyperparameter.real(
            "crossover", 0.9, Interval.closed(0, 1), "the chance that two parents are crossed"),
        ofCrossover,
        Hyperparameter.real(
            "mutation-index",
            20,
            Interval.closed(0, 1_000),
            "η_m, the larger, the smaller mutations are"));
  }

  /** The description of a kind with what both have in common. */
  static Description described(String summary, String formula, String source) {
    return Description.of(summary, formula + "; mutation with chance 1/D a coordinate", source)
        .note(
            "Parents and children are sorted together and the better half lives on, as in pymoo;"
                + " jMetal keeps two parents and replaces the rest.")
        .note(
            "Mutation respects the bounds by its own formula; what crossover puts outside is the"
                + " weight policy's.");
  }

  private final double crossover;
  private final double mutationIndex;
  private final SlotOrder order;
  private final double[] losses;
  private final double[][] places;
  private final double[] spare;

  Breeding(Settings set, SearchSpace space, RandomStream random) {
    super(set.integer("population-size"), space, random);
    crossover = set.real("crossover");
    mutationIndex = set.real("mutation-index");
    order = new SlotOrder(2 * members);
    losses = new double[2 * members];
    places = new double[2 * members][];
    spare = new double[coordinates];
  }

  /** Replaces two children, which are copies of their parents. */
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
      if (random.nextDouble() < crossover) {
        cross(first, second, one, two);
      }
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
