package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialLanes;
import java.util.ArrayList;
import java.util.List;

/** Differential evolution with a fixed F and CR. */
final class PlainDifferential extends Differential {

  private static final double MUTATION_INDEX = 20;

  /** What the notes of every kind say. */
  static final String NOTE =
      "With immediate = false all children of a generation are made before any is evaluated, as in"
          + " the paper and in pymoo, which also mutates a tenth of them (mutated = 0.1);"
          + " immediate = true is the preset of SciPy.";

  private final double weight;
  private final double crossover;
  private final double mutated;
  private final boolean immediate;
  private final double share;
  private int turn;

  /**
   * A state.
   *
   * @param set with the {@link #settings}
   * @param share of how many of the best one may pull
   */
  PlainDifferential(
      Settings set, Mutation mutation, double share, SearchSpace space, RandomStream random) {
    super(mutation, set.integer("population-size"), 0, space, random);
    this.share = share;
    weight = set.real("weight");
    crossover = set.real("crossover");
    mutated = set.real("mutated");
    immediate = set.flag("immediate");
  }

  /**
   * A state in the quickest form that can do what the settings say.
   *
   * @param optimizer whose hyper-parameters these are
   * @param set with the {@link #settings}
   * @param share of how many of the best one may pull
   */
  static PopulationState start(
      PopulationOptimizer optimizer,
      Settings set,
      Mutation mutation,
      double share,
      SearchSpace space,
      RandomStream random) {
    return set.flag("immediate") || set.real("mutated") > 0
        ? new PlainDifferential(set, mutation, share, space, random)
        : new AllAtOnceDifferential(set, mutation, share, TrialLanes.of(optimizer, space, random));
  }

  /** The hyper-parameters of every kind, with the presets of pymoo and SciPy in ten dimensions. */
  static Settings settings(Hyperparameter... further) {
    List<Hyperparameter> all = new ArrayList<>();
    all.add(Population.size(50, 4));
    all.add(
        Hyperparameter.real(
            "weight", 0.5, Interval.closed(0, 2), "F, what a difference is multiplied by"));
    all.add(
        Hyperparameter.real(
            "crossover",
            0.9,
            Interval.closed(0, 1),
            "CR, the chance of a coordinate to come from the mutant"));
    all.add(
        Hyperparameter.real(
            "mutated",
            0,
            Interval.closed(0, 1),
            "the chance of a child to be mutated polynomially in at least one coordinate, with index 20"));
    all.add(Hyperparameter.flag("immediate", false, "whether members are replaced one by one"));
    all.addAll(List.of(further));
    return new Settings(all);
  }

  @Override
  public int next(int largest) {
    return immediate && hasBegun() ? 1 : largest;
  }

  @Override
  int propose() {
    return immediate ? proposeFor(turn) : super.propose();
  }

  @Override
  void judge(int proposals) {
    if (!immediate) {
      super.judge(proposals);
      return;
    }
    if (told[0] <= loss[turn]) {
      take(0, turn);
    }
    turn = (turn + 1) % members;
  }

  @Override
  void choose(int member, int number) {
    child(member, number, weight, crossover, share);
    if (mutated > 0 && random.nextDouble() < mutated) {
      double[] child = proposal[number];
      if (!mutate(child, MUTATION_INDEX, 1.0 / coordinates)) {
        mutateAt(child, random.nextInt(coordinates), MUTATION_INDEX);
      }
    }
  }
}
