package io.sluice.tck;

import io.sluice.spi.StochasticActivation;
import org.junit.jupiter.api.Test;

/** What every {@link StochasticActivation} promises besides what activations promise. */
public interface StochasticActivationContract extends ActivationContract {

  @Override
  StochasticActivation activation();

  /** {@link StochasticActivationChecks#NUMBERS}. */
  @Test
  default void anyDrawGivesNumbers() {
    Kept.by(activation(), StochasticActivationChecks.NUMBERS);
  }

  /** {@link StochasticActivationChecks#SLOPES}. */
  @Test
  default void slopesWithADrawMatchFiniteDifferences() {
    Kept.by(activation(), StochasticActivationChecks.SLOPES);
  }

  /** {@link StochasticActivationChecks#BLOCKS}. */
  @Test
  default void blocksWithDrawsGiveTheBitsOfScalars() {
    Kept.by(activation(), StochasticActivationChecks.BLOCKS);
  }
}
