package io.sluice.tck;

import io.sluice.spi.TrainableActivation;
import org.junit.jupiter.api.Test;

/** What every {@link TrainableActivation} promises besides what activations promise. */
public interface TrainableActivationContract extends ActivationContract {

  @Override
  TrainableActivation activation();

  /** {@link TrainableActivationChecks#PARAMETERS}. */
  @Test
  default void trainableNamesAreHyperparameters() {
    Kept.by(activation(), TrainableActivationChecks.PARAMETERS);
  }

  /** {@link TrainableActivationChecks#START}. */
  @Test
  default void initialParametersGiveTheActivationItself() {
    Kept.by(activation(), TrainableActivationChecks.START);
  }

  /** {@link TrainableActivationChecks#PARAMETER_SLOPES}. */
  @Test
  default void slopesByParametersMatchFiniteDifferences() {
    Kept.by(activation(), TrainableActivationChecks.PARAMETER_SLOPES);
  }

  /** {@link TrainableActivationChecks#PARAMETER_BLOCKS}. */
  @Test
  default void blocksWithParametersGiveTheBitsOfScalars() {
    Kept.by(activation(), TrainableActivationChecks.PARAMETER_BLOCKS);
  }
}
