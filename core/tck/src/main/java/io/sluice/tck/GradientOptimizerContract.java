package io.sluice.tck;

import io.sluice.spi.GradientOptimizer;
import org.junit.jupiter.api.Test;

/**
 * What every {@link GradientOptimizer} promises, each promise a test. This is a whole test:
 *
 * <pre>{@code
 * class MomentumTest implements GradientOptimizerContract {
 *   public GradientOptimizer optimizer() { return new Momentum(); }
 * }
 * }</pre>
 */
public interface GradientOptimizerContract {

  /** The optimizer under test, with its presets; asked for anew by every check. */
  GradientOptimizer optimizer();

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

  /** {@link GradientOptimizerChecks#IN_PLACE}. */
  @Test
  default void updatesTakeThePlaceOfGradients() {
    Kept.by(optimizer(), GradientOptimizerChecks.IN_PLACE);
  }

  /** {@link GradientOptimizerChecks#SHORT_WAY}. */
  @Test
  default void shortWayGivesTheBitsOfTheLongOne() {
    Kept.by(optimizer(), GradientOptimizerChecks.SHORT_WAY);
  }

  /** {@link GradientOptimizerChecks#DOWNHILL}. */
  @Test
  default void bowlIsNotClimbed() {
    Kept.by(optimizer(), GradientOptimizerChecks.DOWNHILL);
  }

  /** {@link GradientOptimizerChecks#ZERO_GRADIENTS}. */
  @Test
  default void gradientsOfZeroGiveNumbers() {
    Kept.by(optimizer(), GradientOptimizerChecks.ZERO_GRADIENTS);
  }

  /** {@link GradientOptimizerChecks#LANE_SETTINGS}. */
  @Test
  default void hyperparametersAreThoseOfTheLane() {
    Kept.by(optimizer(), GradientOptimizerChecks.LANE_SETTINGS);
  }

  /** {@link GradientOptimizerChecks#LANES}. */
  @Test
  default void lanesAreIndependent() {
    Kept.by(optimizer(), GradientOptimizerChecks.LANES);
  }

  /** {@link GradientOptimizerChecks#MOVED_LANES}. */
  @Test
  default void lanesCanBeMoved() {
    Kept.by(optimizer(), GradientOptimizerChecks.MOVED_LANES);
  }

  /** {@link GradientOptimizerChecks#STATES}. */
  @Test
  default void statesDoNotDisturbEachOther() {
    Kept.by(optimizer(), GradientOptimizerChecks.STATES);
  }
}
