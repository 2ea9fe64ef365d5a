package io.sluice.studies;

import io.sluice.engine.study.ComponentSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a component: its id, or its id with values for hyper-parameters. */
final class ComponentReader {

  private ComponentReader() {}

  /**
   * Reads one.
   *
   * @param noun such as "an optimizer"
   * @param example how one is written
   */
  static Optional<ComponentSpec> read(Field field, String noun, String example) {
    return read(field, noun, example, List.of());
  }

  /** Reads one that may have further keys, which are no hyper-parameters. */
  static Optional<ComponentSpec> read(
      Field field, String noun, String example, List<String> further) {
    if (field.isScalar() && field.scalar() != null && !field.scalar().isBlank()) {
      return Optional.of(ComponentSpec.of(field.scalar()));
    }
    if (!field.isMapping()) {
      field.complain(noun + " is written as " + example + ", not as " + field.node().describe());
      return Optional.empty();
    }
    if (!field.has("id")) {
      field.complain(noun + " needs the key \"id\": it is written as " + example);
    }
    List<String> reserved = new ArrayList<>(further);
    reserved.add("id");
    return named(field, reserved);
  }

  /** Reads keys and values, of which some are no hyper-parameters. */
  static Optional<ComponentSpec> named(Field field, List<String> reserved) {
    Optional<String> id = field.child("id").flatMap(value -> value.text("an id such as tanh"));
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (String key : field.keys()) {
      if (!reserved.contains(key)) {
        List<Double> grid = GridReader.values(field.child(key).orElseThrow());
        if (!grid.isEmpty()) {
          values.put(key, grid);
        }
      }
    }
    return id.flatMap(given -> field.make(() -> new ComponentSpec(given, values)));
  }
}
