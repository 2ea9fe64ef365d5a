package io.sluice.optimizers.population;

import io.sluice.optimizers.Settings;
import io.sluice.sdk.PopulationOptimizerExtension;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Invariance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A population whose hyper-parameters are {@link Settings}, one of them its size. */
interface FixedPopulation extends PopulationOptimizerExtension {

  /** The hyper-parameters. */
  Settings settings();

  @Override
  default List<Hyperparameter> hyperparameters() {
    return settings().all();
  }

  /** Numbers are drawn for one coordinate as for any other. */
  @Override
  default Set<Invariance> invariances() {
    return EnumSet.of(Invariance.PERMUTATION);
  }

  @Override
  default int populationSize() {
    return settings().integer("population-size");
  }
}
