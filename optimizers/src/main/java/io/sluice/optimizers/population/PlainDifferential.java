package io.sluice.optimizers.population;

import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialLanes;
import java.util.List;
import java.util.Map;

/**
 * The hyper-parameters of differential evolution with a fixed F and CR, and its states.
 *
 * @param members how many
 * @param weight F
 * @param crossover CR
 * @param mutated the chance of a child to be mutated on top
 * @param immediate whether members are replaced one by one instead of generation by generation
 */
record PlainDifferential(
    int members, double weight, double crossover, double mutated, boolean immediate) {

  private static final double MUTATION_INDEX = 20;

  /** What the notes of every kind say. */
  static final String NOTE =
      "With immediate = false all children of a generation are made before any is evaluated, as in"
          + " the paper and in pymoo, which also mutates a tenth of them (mutated = 0.1);"
          + " immediate = true is the preset of SciPy.";

  /** The presets of pymoo and SciPy in ten dimensions. */
  static PlainDifferential preset() {
    return new PlainDifferential(50, 0.5, 0.9, 0, false);
  }

  static PlainDifferential of(Map<String, Double> values) {
    return new PlainDifferential(
        values.get("population-size").intValue(),
        values.get("weight"),
        values.get("crossover"),
        values.get("mutated"),
        values.get("immediate") != 0);
  }

  List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(members, 4),
        Hyperparameter.real(
            "weight", weight, Interval.closed(0, 2), "F, what a difference is multiplied by"),
        Hyperparameter.real(
            "crossover",
            crossover,
            Interval.closed(0, 1),
            "CR, the chance of a coordinate to come from the mutant"),
        Hyperparameter.real(
            "mutated",
            mutated,
            Interval.closed(0, 1),
            "the chance of a child to be mutated polynomially in at least one coordinate, with index 20"),
        Hyperparameter.flag("immediate", immediate, "whether members are replaced one by one"));
  }

  /**
   * A state.
   *
   * @param optimizer whose hyper-parameters these are
   * @param share of how many of the best one may pull
   */
  PopulationState start(
      PopulationOptimizer optimizer,
      Mutation mutation,
      double share,
      SearchSpace space,
      RandomStream random) {
    return immediate || mutated > 0
        ? memberByMember(mutation, share, space, random)
        : new AllAtOnceDifferential(this, mutation, share, TrialLanes.of(optimizer, space, random));
  }

  /** The same state in the form that can do everything. */
  PopulationState memberByMember(
      Mutation mutation, double share, SearchSpace space, RandomStream random) {
    return new State(this, mutation, share, space, random);
  }

  private static final class State extends Differential {

    private final PlainDifferential rule;
    private final double share;
    private int turn;

    State(
        PlainDifferential rule,
        Mutation mutation,
        double share,
        SearchSpace space,
        RandomStream random) {
      super(mutation, rule.members, 0, space, random);
      this.rule = rule;
      this.share = share;
    }

    @Override
    public int next(int largest) {
      return rule.immediate && hasBegun() ? 1 : largest;
    }

    @Override
    int propose() {
      return rule.immediate ? proposeFor(turn) : super.propose();
    }

    @Override
    void judge(int proposals) {
      if (!rule.immediate) {
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
      child(member, number, rule.weight, rule.crossover, share);
      if (rule.mutated > 0 && random.nextDouble() < rule.mutated) {
        double[] child = proposal[number];
        if (!mutate(child, MUTATION_INDEX, 1.0 / coordinates)) {
          mutateAt(child, random.nextInt(coordinates), MUTATION_INDEX);
        }
      }
    }
  }
}
