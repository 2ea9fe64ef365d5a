package io.sluice.engine.plan;

import io.sluice.engine.catalog.Catalog;
import io.sluice.spi.Component;
import java.util.List;
import java.util.Map;

/**
 * A component that a study names, with the values declared for some of its hyper-parameters.
 *
 * @param entry where it was found, with its presets
 * @param values the declared values; several lists stand for every combination
 * @param <T> the kind of component
 */
record Declared<T extends Component>(Catalog.Entry<T> entry, Map<String, List<Double>> values) {

  /** The same component with other values. */
  Declared<T> with(Map<String, List<Double>> others) {
    return new Declared<>(entry, others);
  }

  /** How many combinations the values have. */
  double variants() {
    double variants = 1;
    for (List<Double> each : values.values()) {
      variants *= each.size();
    }
    return variants;
  }
}
