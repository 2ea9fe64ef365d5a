package io.sluice.passport;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.util.OptionalDouble;

/**
 * The gains that PyTorch recommends, {@code torch.nn.init.calculate_gain}: a table by name, which
 * users compare with. Nothing is computed from it.
 */
final class PublishedGain {

  private PublishedGain() {}

  /** The gain of the table, if the activation is in it. */
  static OptionalDouble of(Activation activation) {
    switch (activation.id()) {
      case "identity":
      case "sigmoid":
        return OptionalDouble.of(1);
      case "tanh":
        return OptionalDouble.of(5.0 / 3);
      case "relu":
        return OptionalDouble.of(Math.sqrt(2));
      case "leaky-relu":
        return leaky(activation);
      case "selu":
        return OptionalDouble.of(0.75);
      default:
        return OptionalDouble.empty();
    }
  }

  private static OptionalDouble leaky(Activation activation) {
    for (Hyperparameter each : activation.hyperparameters()) {
      if (each.name().equals("negative-slope")) {
        return OptionalDouble.of(Math.sqrt(2 / (1 + each.value() * each.value())));
      }
    }
    return OptionalDouble.empty();
  }
}
