package io.sluice.spi;

import java.util.Map;
import java.util.Optional;

/**
 * An optimizer that sees no slope: it proposes candidates, is told their losses, and proposes
 * again. The state belongs to one trial; the engine evaluates the candidates of many trials in one
 * block.
 */
public non-sealed interface PopulationOptimizer extends Optimizer {

  /**
   * The largest number of candidates that one generation proposes, at least 1; where that depends
   * on how many parameters there are, the number for one parameter.
   */
  int populationSize();

  /**
   * The same for a space of so many parameters: papers often give the size as a rule of it, such as
   * 4 + ⌊3 ln n⌋. The engine asks this method alone.
   *
   * @param parameters how many a candidate has, at least 1
   */
  default int populationSize(int parameters) {
    return populationSize();
  }

  /**
   * The state of one trial before its first generation.
   *
   * @param space the box to search and what happens at its border
   * @param random the trial's own random numbers
   */
  PopulationState start(SearchSpace space, RandomStream random);

  /**
   * The state of many trials side by side, which saves a call for each trial and has loops long
   * enough for vector instructions; empty if there is none, which is the preset, or none for what
   * these trials are set to. Member {@code i} of lane {@code t} is candidate {@code i * lanes + t},
   * and every lane has {@link #populationSize(int)} members in every generation. Bit by bit a lane
   * does what {@link #start(SearchSpace, RandomStream)} does with its space and its random numbers;
   * the surest way is to have that be {@code start(TrialLanes.of(this, space, random)).get()}.
   *
   * @param lanes of trials that differ in hyper-parameters, spaces and random numbers, and of which
   *     nothing has been drawn
   */
  default Optional<PopulationState> start(TrialLanes lanes) {
    return Optional.empty();
  }

  @Override
  default PopulationOptimizer with(Map<String, Double> values) {
    return this;
  }
}
