package io.sluice.tck;

import io.sluice.spi.PopulationOptimizer;
import org.junit.jupiter.api.Test;

/**
 * What every {@link PopulationOptimizer} promises, each promise a test. This is a whole test:
 *
 * <pre>{@code
 * class SwarmTest implements PopulationOptimizerContract {
 *   public PopulationOptimizer optimizer() { return new Swarm(); }
 * }
 * }</pre>
 */
public interface PopulationOptimizerContract {

  /** The optimizer under test; asked for anew by every check. */
  PopulationOptimizer optimizer();

  /** {@link ComponentChecks#NAMES}. */
  @Test
  default void idIsLowerKebabCase() {
    Kept.by(optimizer(), ComponentChecks.NAMES);
  }

  /** {@link ComponentChecks#PRESETS}. */
  @Test
  default void presetsLieInTheirRanges() {
    Kept.by(optimizer(), ComponentChecks.PRESETS);
  }

  /** {@link ComponentChecks#COPIES}. */
  @Test
  default void copiesHaveTheValuesTheyAreGiven() {
    Kept.by(optimizer(), ComponentChecks.COPIES);
  }

  /** {@link ComponentChecks#OTHER_SETTINGS}. */
  @Test
  default void copiesWithOtherValuesKeepThePromises() {
    Kept.by(optimizer(), ComponentChecks.OTHER_SETTINGS);
  }

  /** {@link PopulationOptimizerChecks#CANDIDATES}. */
  @Test
  default void generationsFillTheirOwnSlice() {
    Kept.by(optimizer(), PopulationOptimizerChecks.CANDIDATES);
  }

  /** {@link PopulationOptimizerChecks#REPEATABLE}. */
  @Test
  default void searchIsRepeatable() {
    Kept.by(optimizer(), PopulationOptimizerChecks.REPEATABLE);
  }

  /** {@link PopulationOptimizerChecks#STATES}. */
  @Test
  default void trialsDoNotDisturbEachOther() {
    Kept.by(optimizer(), PopulationOptimizerChecks.STATES);
  }

  /** {@link PopulationOptimizerChecks#INFINITE_LOSSES}. */
  @Test
  default void infiniteLossesAreNoEnd() {
    Kept.by(optimizer(), PopulationOptimizerChecks.INFINITE_LOSSES);
  }
}
