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
 * A genetic algorithm of real numbers: binary tournaments choose parents, simulated binary
 * crossover spreads two children around them, polynomial mutation moves one coordinate on average,
 * and of parents and children together the better half lives on.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record GeneticAlgorithm(Settings settings) implements FixedPopulation {

  /** The presets. */
  public GeneticAlgorithm() {
    this(
        Breeding.presets(
            Hyperparameter.real(
                "crossover-index",
                15,
                Interval.closed(0, 1_000),
                "η_c, the larger, the nearer children are to their parents")));
  }

  @Override
  public String id() {
    return "genetic-algorithm";
  }

  @Override
  public Description description() {
    return Breeding.described(
            "Tournaments, simulated binary crossover, polynomial mutation",
            "c = ((1 ± β) a + (1 ∓ β) b) / 2, β = (2u)^(1/(η_c+1)) or (2 − 2u)^(−1/(η_c+1))",
            "Deb & Agrawal, Complex Systems 9, 1995; Deb & Goyal 1996")
        .aliases("ga");
  }

  @Override
  public GeneticAlgorithm with(Map<String, Double> values) {
    return new GeneticAlgorithm(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    double crossoverIndex = settings.real("crossover-index");
    return new Breeding(settings, space, random) {
      @Override
      void cross(double[] first, double[] second, double[] one, double[] two) {
        Crossings.simulatedBinary(random, crossoverIndex, first, second, one, two);
      }
    };
  }
}
