package io.sluice.tck;

import io.sluice.spi.Activation;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Activation} promises, each promise a test. This is a whole test:
 *
 * <pre>{@code
 * class CubeTest implements ActivationContract {
 *   public Activation activation() { return new Cube(); }
 * }
 * }</pre>
 *
 * <p>The same checks run without JUnit: {@link Checks}, and {@code sluice plugins check}.
 */
public interface ActivationContract {

  /** The activation under test; asked for anew by every check. */
  Activation activation();

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

  /** {@link ActivationChecks#SAME_COPY}. */
  @Test
  default void copyWithTheSameValuesIsTheSameFunction() {
    Kept.by(activation(), ActivationChecks.SAME_COPY);
  }

  /** {@link ActivationChecks#APART}. */
  @Test
  default void copiesDoNotDisturbTheOriginal() {
    Kept.by(activation(), ActivationChecks.APART);
  }

  /** {@link ActivationChecks#EXTREMES}. */
  @Test
  default void endsOfTheHyperparametersCanBeHad() {
    Kept.by(activation(), ActivationChecks.EXTREMES);
  }

  /** {@link ActivationChecks#NAN}. */
  @Test
  default void valueOfNanIsNan() {
    Kept.by(activation(), ActivationChecks.NAN);
  }

  /** {@link ActivationChecks#FINITE}. */
  @Test
  default void finiteInputsGiveNumbers() {
    Kept.by(activation(), ActivationChecks.FINITE);
  }

  /** {@link ActivationChecks#RANGE}. */
  @Test
  default void valuesLieInTheRange() {
    Kept.by(activation(), ActivationChecks.RANGE);
  }

  /** {@link ActivationChecks#SLOPE}. */
  @Test
  default void slopeMatchesFiniteDifferences() {
    Kept.by(activation(), ActivationChecks.SLOPE);
  }

  /** {@link ActivationChecks#SATURATED_SLOPE}. */
  @Test
  default void slopeKeepsItsDigitsNearSaturation() {
    Kept.by(activation(), ActivationChecks.SATURATED_SLOPE);
  }

  /** {@link ActivationChecks#FORMULA}; there is nothing to fail where Sluice cannot read it. */
  @Test
  default void valuesAreThoseOfTheFormula() {
    Kept.by(activation(), ActivationChecks.FORMULA);
  }

  /** {@link ActivationChecks#KINKS}. */
  @Test
  default void slopeJumpsOnlyAtDeclaredKinks() {
    Kept.by(activation(), ActivationChecks.KINKS);
  }

  /** {@link ActivationChecks#REPEATABLE}. */
  @Test
  default void functionIsRepeatable() {
    Kept.by(activation(), ActivationChecks.REPEATABLE);
  }

  /** {@link ActivationChecks#THREADS}. */
  @Test
  default void threadsDoNotDisturbEachOther() {
    Kept.by(activation(), ActivationChecks.THREADS);
  }

  /** {@link ActivationChecks#BLOCKS}. */
  @Test
  default void blocksGiveTheBitsOfScalars() {
    Kept.by(activation(), ActivationChecks.BLOCKS);
  }
}
