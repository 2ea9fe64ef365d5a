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
 * @param rule the hyper-parameters of both kinds
 * @param crossoverIndex η_c, the larger, the nearer children are to their parents
 */
@Extension
public record GeneticAlgorithm(Breeding.Rule rule, double crossoverIndex)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public GeneticAlgorithm() {
    this(new Breeding.Rule(100, 0.9, 20), 15);
  }

  @Override
  public String id() {
    return "genetic-algorithm";
  }

  @Override
  public Description description() {
    return Breeding.Rule.described(
            "Tournaments, simulated binary crossover, polynomial mutation",
            "c = ((1 ± β) a + (1 ∓ β) b) / 2, β = (2u)^(1/(η_c+1)) or (2 − 2u)^(−1/(η_c+1))",
            "Deb & Agrawal, Complex Systems 9, 1995; Deb & Goyal 1996")
        .aliases("ga");
  }

  @Override
  public int populationSize() {
    return rule.members();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return rule.hyperparameters(
        Hyperparameter.real(
            "crossover-index",
            crossoverIndex,
            Interval.closed(0, 1_000),
            "η_c, the larger, the nearer children are to their parents"));
  }

  @Override
  public GeneticAlgorithm with(Map<String, Double> values) {
    return new GeneticAlgorithm(Breeding.Rule.of(values), values.get("crossover-index"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return new Breeding(rule, space, random) {
      @Override
      void cross(double[] first, double[] second, double[] one, double[] two) {
        Crossings.simulatedBinary(random, crossoverIndex, first, second, one, two);
      }
    };
  }
}
