package io.sluice.passport.optimizer;

import io.sluice.spi.Component;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Optimizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The hyper-parameters of an optimizer, by name. */
final class Settings {

  static final String LEARNING_RATE = "learning-rate";

  private Settings() {}

  /** Their values. */
  static Map<String, Double> of(Component component) {
    Map<String, Double> values = new LinkedHashMap<>();
    component.hyperparameters().forEach(each -> values.put(each.name(), each.value()));
    return values;
  }

  /** A copy with some other values; empty if it has no such names, or they are not allowed. */
  static Optional<Optimizer> with(Optimizer optimizer, Map<String, Double> others) {
    Map<String, Double> values = of(optimizer);
    if (!values.keySet().containsAll(others.keySet())) {
      return Optional.empty();
    }
    values.putAll(others);
    for (Hyperparameter each : optimizer.hyperparameters()) {
      if (!each.complaint(values.get(each.name())).isEmpty()) {
        return Optional.empty();
      }
    }
    return Optional.of(optimizer.with(values));
  }
}
