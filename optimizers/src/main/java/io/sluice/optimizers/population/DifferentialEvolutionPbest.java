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
 * Differential evolution current-to-pbest/1/bin with binomial crossover: {@code v = x_i + F (x_p −
 * x_i) + F (x_r1 − x_r2)}; a child takes coordinates of v with the chance CR, one of them surely,
 * and replaces its parent if it is no worse.
 *
 * @param settings the hyper-parameters
 */
@Extension
public record DifferentialEvolutionPbest(Settings settings) implements FixedPopulation {

  /** The presets. */
  public DifferentialEvolutionPbest() {
    this(
        PlainDifferential.settings(
            Hyperparameter.real(
                "share", 0.1, Interval.openClosed(0, 1), "p, the share of the best that pull")));
  }

  @Override
  public String id() {
    return "de-current-to-pbest-1";
  }

  @Override
  public Description description() {
    return Description.of(
            "Differential evolution current-to-pbest/1/bin",
            "v = x_i + F (x_p − x_i) + F (x_r1 − x_r2); child_c = v_c with chance CR, else x_c",
            "Zhang & Sanderson, IEEE TEC 13, 2009, without its adaptation")
        .note(PlainDifferential.NOTE);
  }

  @Override
  public DifferentialEvolutionPbest with(Map<String, Double> values) {
    return new DifferentialEvolutionPbest(settings.with(values));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return PlainDifferential.start(
        this, settings, Mutation.CURRENT_TO_BEST, settings.real("share"), space, random);
  }
}
