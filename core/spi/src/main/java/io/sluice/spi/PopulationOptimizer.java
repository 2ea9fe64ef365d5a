package io.sluice.spi;

import java.util.Map;

/**
 * An optimizer that sees no slope: it proposes candidates, is told their losses, and proposes
 * again. The state belongs to one trial; the engine evaluates the candidates of many trials in one
 * block.
 */
public non-sealed interface PopulationOptimizer extends Optimizer {

  /** The largest number of candidates that one generation proposes, at least 1. */
  int populationSize();

  /**
   * The state of one trial before its first generation.
   *
   * @param space the box to search and what happens at its border
   * @param random the trial's own random numbers
   */
  PopulationState start(SearchSpace space, RandomStream random);

  @Override
  default PopulationOptimizer with(Map<String, Double> values) {
    return this;
  }
}
