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
 * @param rule the hyper-parameters of both kinds
 * @param widening α, by what share of its length the interval is widened on each side
 */
@Extension
public record GeneticAlgorithmBlend(Breeding.Rule rule, double widening)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public GeneticAlgorithmBlend() {
    this(new Breeding.Rule(100, 0.9, 20), 0.5);
  }

  @Override
  public String id() {
    return "genetic-algorithm-blx";
  }

  @Override
  public Description description() {
    return Breeding.Rule.described(
            "Tournaments, blend crossover, polynomial mutation",
            "c ~ U(min − α d, max + α d), d = |a − b|",
            "Eshelman & Schaffer, FOGA 2, 1993")
        .aliases("ga-blx");
  }

  @Override
  public int populationSize() {
    return rule.members();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return rule.hyperparameters(
        Hyperparameter.real(
            "widening",
            widening,
            Interval.closed(0, 10),
            "α, by what share of its length the interval is widened on each side"));
  }

  @Override
  public GeneticAlgorithmBlend with(Map<String, Double> values) {
    return new GeneticAlgorithmBlend(Breeding.Rule.of(values), values.get("widening"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new Breeding(rule, space, random) {
      @Override
      void cross(double[] first, double[] second, double[] one, double[] two) {
        Crossings.blend(random, widening, first, second, one);
        Crossings.blend(random, widening, first, second, two);
      }
    };
  }
}
