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
 * A genetic algorithm of real numbers with blend crossover: as genetic-algorithm, but each
 * coordinate of a child is uniform on the interval of its parents, widened on both sides.
 *
 * @param populationSize how many members
 * @param crossover the chance that two parents are crossed
 * @param widening α, by what share of its length the interval is widened on each side
 * @param mutationIndex η_m, the larger, the smaller mutations are
 */
@Extension
public record GeneticAlgorithmBlend(
    int populationSize, double crossover, double widening, double mutationIndex)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public GeneticAlgorithmBlend() {
    this(100, 0.9, 0.5, 20);
  }

  @Override
  public String id() {
    return "genetic-algorithm-blx";
  }

  @Override
  public Description description() {
    return Description.of(
            "Tournaments, blend crossover, polynomial mutation",
            "c ~ U(min − α d, max + α d), d = |a − b|; mutation with chance 1/D a " + "coordinate",
            "Eshelman & Schaffer, FOGA 2, 1993")
        .aliases("ga-blx")
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
            "widening",
            widening,
            Interval.closed(0, 10),
            "α, by what share of its length the interval is widened on each side"),
        Hyperparameter.real(
            "mutation-index",
            mutationIndex,
            Interval.closed(0, 1_000),
            "η_m, the larger, the smaller mutations are"));
  }

  @Override
  public GeneticAlgorithmBlend with(Map<String, Double> values) {
    return new GeneticAlgorithmBlend(
        values.get("population-size").intValue(),
        values.get("crossover"),
        values.get("widening"),
        values.get("mutation-index"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new Breeding(populationSize, mutationIndex, space, random) {
      @Override
      void cross(double[] first, double[] second, double[] one, double[] two) {
        if (random.nextDouble() < crossover) {
          Crossings.blend(random, widening, first, second, one);
          Crossings.blend(random, widening, first, second, two);
        }
      }
    };
  }
}
