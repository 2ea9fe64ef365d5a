package io.sluice.optimizers.population;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * A genetic algorithm of real numbers: binary tournaments choose parents, simulated binary
 * crossover spreads two children around them, polynomial mutation moves one coordinate on average,
 * and of parents and children together the better half lives on.
 *
 * @param populationSize how many members
 * @param crossover the chance that two parents are crossed
 * @param crossoverIndex η_c, the larger, the nearer children are to their parents
 * @param mutationIndex η_m, the larger, the smaller mutations are
 */
@Extension
public record GeneticAlgorithm(
    int populationSize, double crossover, double crossoverIndex, double mutationIndex)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public GeneticAlgorithm() {
    this(100, 0.9, 15, 20);
  }

  @Override
  public String id() {
    return "genetic-algorithm";
  }

  @Override
  public Description description() {
    return Description.of(
            "Tournaments, simulated binary crossover, polynomial mutation",
            "c = ((1 ± β) a + (1 ∓ β) b) / 2, β = (2u)^(1/(η_c+1)) or (2 − "
                + "2u)^(−1/(η_c+1)); mutation with chance 1/D a coordinate",
            "Deb & Agrawal, Complex Systems 9, 1995; Deb & Goyal 1996")
        .aliases("ga")
        .note(
            "Parents and children are sorted together and the better half lives on,"
                + " as in pymoo; jMetal keeps two parents and replaces the rest.")
        .note(
            "Mutation respects the bounds by its own formula; what crossover puts "
                + "outside is the weight policy's.");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return List.of(
        Population.size(populationSize, 2),
        Hyperparameter.real(
            "crossover",
            crossover,
            Interval.closed(0, 1),
            "the chance that two parents are crossed"),
        Hyperparameter.real(
            "crossover-index",
            crossoverIndex,
            Interval.closed(0, 1_000),
            "η_c, the larger, the nearer children are to their parents"),
        Hyperparameter.real(
            "mutation-index",
            mutationIndex,
            Interval.closed(0, 1_000),
            "η_m, the larger, the smaller mutations are"));
  }

  @Override
  public GeneticAlgorithm with(Map<String, Double> values) {
    return new GeneticAlgorithm(
        values.get("population-size").intValue(),
        values.get("crossover"),
        values.get("crossover-index"),
        values.get("mutation-index"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new Breeding(populationSize, mutationIndex, space, random) {
      @Override
      void cross(double[] first, double[] second, double[] one, double[] two) {
        if (random.nextDouble() < crossover) {
          Crossings.simulatedBinary(random, crossoverIndex, first, second, one, two);
        }
      }
    };
  }
}
