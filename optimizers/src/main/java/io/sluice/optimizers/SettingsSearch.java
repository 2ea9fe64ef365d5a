package io.sluice.optimizers;

import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import java.util.List;

/**
 * A population optimizer whose hyper-parameters are {@link Settings}, and whose generations may be
 * as large as a rule of the number of parameters says.
 */
public interface SettingsSearch extends PopulationOptimizerExtension {

  /** The name of the hyper-parameter with the number of candidates of a generation. */
  String POPULATION_SIZE = "population-size";

  /** The hyper-parameters. */
  Settings settings();

  /** The hyper-parameter with the number of candidates; 0 stands for a rule. */
  static Hyperparameter populationSize(int preset, String rule) {
    return Hyperparameter.integer(
        POPULATION_SIZE, preset, Interval.closed(0, 10_000), "candidates; 0 for " + rule);
  }

  /** The number that is set, or that of the rule where 0 is. */
  default int sizeOr(int rule) {
    int set = settings().integer(POPULATION_SIZE);
    return set > 0 ? set : rule;
  }

  @Override
  int populationSize(int parameters);

  @Override
  default int populationSize() {
    return populationSize(1);
  }

  @Override
  default List<Hyperparameter> hyperparameters() {
    return settings().all();
  }
}
