package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Differential evolution best/1/bin with binomial crossover: {@code v = x_best + F (x_r1 − x_r2)};
 * a child takes coordinates of v with the chance CR, one of them surely, and replaces its parent if
 * it is no worse.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record DifferentialEvolutionBest(Settings settings) implements FixedPopulation {

  /** The presets. */
  public DifferentialEvolutionBest() {
    this(PlainDifferential.settings());
  }

  @Override
  public String id() {
    return "de-best-1";
  }

  @Override
  public Description description() {
    return Description.of(
            "Differential evolution best/1/bin",
            "v = x_best + F (x_r1 − x_r2); child_c = v_c with chance CR, else x_c",
            "Storn & Price, J. Global Optimization 11, 1997")
        .note(PlainDifferential.NOTE);
  }

  @Override
  public DifferentialEvolutionBest with(Map<String, Double> values) {
    return new DifferentialEvolutionBest(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return PlainDifferential.start(this, settings, Mutation.BEST, 0, space, random);
  }
}
