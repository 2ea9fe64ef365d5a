package io.sluice.optimizers.population;

import io.sluice.optimizers.SettingsSearch;

/** A population whose size is a hyper-parameter alone. */
interface FixedPopulation extends SettingsSearch {

  @Override
  default int populationSize(int parameters) {
    return settings().integer(POPULATION_SIZE);
  }
}
