package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * A genetic algorithm of real numbers with blend crossover: as genetic-algorithm, but each
 * coordinate of a child is uniform on the interval of its parents, widened on both sides.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GeneticAlgorithmBlend(Settings settings) implements FixedPopulation {

  /** The presets. */
  public GeneticAlgorithmBlend() {
    this(
        Breeding.presets(
            Hyperparameter.real(
                "widening",
                0.5,
                Interval.closed(0, 10),
                "α, by what share of its length the interval is widened on each side")));
  }

  @Override
  public String id() {
    return "genetic-algorithm-blx";
  }

  @Override
  public Description description() {
    return Breeding.described(
            "Tournaments, blend crossover, polynomial mutation",
            "c ~ U(min − α d, max + α d), d = |a − b|",
            "Eshelman & Schaffer, FOGA 2, 1993")
        .aliases("ga-blx");
  }

  @Override
  public GeneticAlgorithmBlend with(Map<String, Double> values) {
    return new GeneticAlgorithmBlend(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    double widening = settings.real("widening");
    return new Breeding(settings, space, random) {
      @Override
      void cross(double[] first, double[] second, double[] one, double[] two) {
        Crossings.blend(random, widening, first, second, one);
        Crossings.blend(random, widening, first, second, two);
      }
    };
  }
}
