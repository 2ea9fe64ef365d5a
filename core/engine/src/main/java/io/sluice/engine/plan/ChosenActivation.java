package io.sluice.engine.plan;

import io.sluice.spi.ActivationFunction;
import io.sluice.spi.TrainableActivation;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Optional;

/**
 * The activations of a network's layers, with their presets and declared values resolved.
 *
 * @param layers each of single numbers or over all units; one for all layers, or one for each
 *     activated layer
 * @param declared whether and how their parameters are trained; empty for what each of them has as
 *     its preset
 */
record ChosenActivation(List<ActivationFunction> layers, Optional<Sharing> declared) {

  ChosenActivation {
    layers = List.copyOf(layers);
  }

  /** How the activation of one layer is trained; one that cannot be is fixed. */
  Sharing sharing(ActivationFunction activation) {
    if (!isTrainable(activation)) {
      return Sharing.FIXED;
    }
    return declared.orElse(((TrainableActivation) activation).sharing());
  }

  /** Whether there is one that can be trained. */
  boolean isTrainable() {
    return layers.stream().anyMatch(ChosenActivation::isTrainable);
  }

  /** Whether it has parameters that can be trained; a formula may have none. */
  static boolean isTrainable(ActivationFunction activation) {
    return activation instanceof TrainableActivation
        && !((TrainableActivation) activation).trainable().isEmpty();
  }
}
