package io.sluice.tck;

import io.sluice.spi.VectorActivation;
import org.junit.jupiter.api.Test;

/**
 * What every {@link VectorActivation} promises, each promise a test; used like {@link
 * ActivationContract}.
 */
public interface VectorActivationContract {

  /** The activation under test; asked for anew by every check. */
  VectorActivation activation();

  /** {@link ComponentChecks#NAMES}. */
  @Test
  default void idIsLowerKebabCase() {
    Kept.by(activation(), ComponentChecks.NAMES);
  }

  /** {@link ComponentChecks#PRESETS}. */
  @Test
  default void presetsLieInTheirRanges() {
    Kept.by(activation(), ComponentChecks.PRESETS);
  }

  /** {@link ComponentChecks#COPIES}. */
  @Test
  default void copiesHaveTheValuesTheyAreGiven() {
    Kept.by(activation(), ComponentChecks.COPIES);
  }

  /** {@link ComponentChecks#OTHER_SETTINGS}. */
  @Test
  default void copiesWithOtherValuesKeepThePromises() {
    Kept.by(activation(), ComponentChecks.OTHER_SETTINGS);
  }

  /** {@link VectorActivationChecks#WIDTHS}. */
  @Test
  default void numbersInAndOutGoTogether() {
    Kept.by(activation(), VectorActivationChecks.WIDTHS);
  }

  /** {@link VectorActivationChecks#NAN}. */
  @Test
  default void nanIsSeenInWhatDependsOnIt() {
    Kept.by(activation(), VectorActivationChecks.NAN);
  }

  /** {@link VectorActivationChecks#FINITE}. */
  @Test
  default void finiteInputsGiveNumbers() {
    Kept.by(activation(), VectorActivationChecks.FINITE);
  }

  /** {@link VectorActivationChecks#RANGE}. */
  @Test
  default void valuesLieInTheRange() {
    Kept.by(activation(), VectorActivationChecks.RANGE);
  }

  /** {@link VectorActivationChecks#PULL_BACK}. */
  @Test
  default void errorsPulledBackMatchFiniteDifferences() {
    Kept.by(activation(), VectorActivationChecks.PULL_BACK);
  }

  /** {@link VectorActivationChecks#BLOCKS}. */
  @Test
  default void blocksGiveTheBitsOfSingleExamples() {
    Kept.by(activation(), VectorActivationChecks.BLOCKS);
  }
}
