package io.sluice.activations;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every activation of this plugin, by id. */
final class BuiltIns {

  private BuiltIns() {}

  static List<Activation> all() {
    return List.of(
        new AconA(),
        new AconB(),
        new AconC(),
        new Cosine(),
        new Elu(),
        new Gelu(),
        new Identity(),
        new LeakyRelu(),
        new Mish(),
        new Prelu(),
        new Relu(),
        new Selu(),
        new Sigmoid(),
        new Silu(),
        new Sine(),
        new Snake(),
        new Softplus(),
        new Softsign(),
        new Tanh(),
        new TanhHalf());
  }

  static Activation named(String id) {
    return all().stream().filter(each -> each.id().equals(id)).findAny().orElseThrow();
  }

  /** A copy with some hyper-parameters set, written {@code name=value;name=value}. */
  static Activation configured(String id, String settings) {
    Activation activation = named(id);
    Map<String, Double> values = new LinkedHashMap<>();
    for (Hyperparameter each : activation.hyperparameters()) {
      values.put(each.name(), each.value());
    }
    for (String setting : settings.split(";")) {
      String[] parts = setting.split("=");
      if (values.replace(parts[0], Double.valueOf(parts[1])) == null) {
        throw new IllegalArgumentException(id + " has no hyper-parameter " + parts[0]);
      }
    }
    return activation.with(values);
  }
}
