package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Hyperparameter;
import java.util.List;

/** A population whose hyper-parameters are {@link Settings}, one of them its size. */
interface FixedPopulation extends PopulationOptimizerExtension {

  /** The hyper-parameters. */
  Settings settings();

  @Override
  default List<Hyperparameter> hyperparameters() {
    return settings().all();
  }

  @Override
  default int populationSize() {
    return settings().integer("population-size");
  }
}
