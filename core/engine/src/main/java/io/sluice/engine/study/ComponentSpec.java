package io.sluice.engine.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A component by name, with the values declared for some of its hyper-parameters. A value that is a
 * list stands for as many variants; several lists stand for every combination.
 *
 * @param id an id or alias
 * @param values the declared values, at least one each
 */
public record ComponentSpec(String id, Map<String, List<Double>> values) {

  public ComponentSpec {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a component needs an id");
    }
    Map<String, List<Double>> copy = new LinkedHashMap<>();
    for (Map.Entry<String, List<Double>> entry : values.entrySet()) {
      if (entry.getValue().isEmpty()) {
        throw new IllegalArgumentException(entry.getKey() + " of " + id + " has no value");
      }
      copy.put(entry.getKey(), List.copyOf(entry.getValue()));
    }
    values = Collections.unmodifiableMap(copy);
  }

  /** The component with its presets. */
  public static ComponentSpec of(String id) {
    return new ComponentSpec(id, Map.of());
  }
}
