package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.spi.Description;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Differential evolution rand/1/bin with binomial crossover: {@code v = x_r1 + F (x_r2 − x_r3)}; a
 * child takes coordinates of v with the chance CR, one of them surely, and replaces its parent if
 * it is no worse.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record DifferentialEvolution(Settings settings) implements FixedPopulation {

  /** The presets. */
  public DifferentialEvolution() {
    this(PlainDifferential.settings());
  }

  @Override
  public String id() {
    return "de-rand-1";
  }

  @Override
  public Description description() {
    return Description.of(
            "Differential evolution rand/1/bin",
            "v = x_r1 + F (x_r2 − x_r3); child_c = v_c with chance CR, else x_c",
            "Storn & Price, J. Global Optimization 11, 1997")
        .aliases("differential-evolution")
        .note(PlainDifferential.NOTE);
  }

  @Override
  public DifferentialEvolution with(Map<String, Double> values) {
    return new DifferentialEvolution(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return PlainDifferential.start(this, settings, Mutation.RANDOM, 0, space, random);
  }
}
