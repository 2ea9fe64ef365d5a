package io.sluice.optimizers.population;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/**
 * Differential evolution current-to-pbest/1/bin with binomial crossover: {@code v = x_i + F (x_p −
 * x_i) + F (x_r1 − x_r2)}; a child takes coordinates of v with the chance CR, one of them surely,
 * and replaces its parent if it is no worse.
 *
 * @param rule the hyper-parameters of all kinds
 * @param share p, the share of the best that pull
 */
@Extension
public record DifferentialEvolutionPbest(PlainDifferential rule, double share)
    implements PopulationOptimizerExtension {

  /** The presets. */
  public DifferentialEvolutionPbest() {
    this(PlainDifferential.preset(), 0.1);
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
  public int populationSize() {
    return rule.members();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    List<Hyperparameter> all = new ArrayList<>(rule.hyperparameters());
    all.add(
        Hyperparameter.real(
            "share", share, Interval.openClosed(0, 1), "p, the share of the best that pull"));
    return all;
  }

  @Override
  public DifferentialEvolutionPbest with(Map<String, Double> values) {
    return new DifferentialEvolutionPbest(PlainDifferential.of(values), values.get("share"));
  }

  @Override
  public PopulationState start(SearchSpace space, RandomStream random) {
    return rule.start(this, Mutation.CURRENT_TO_BEST, share, space, random);
  }
}
