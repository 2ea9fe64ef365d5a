package io.sluice.studies;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.NetworkSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the networks and their activations. */
final class NetworkReader {

  private static final String EXAMPLE = "{hidden: [16, 16], output: linear}";
  private static final String ACTIVATION = "tanh, {id: snake, a: 2} or {layers: [tanh, relu]}";
  private static final String LAYER = "tanh or {id: snake, a: 2}";

  private NetworkReader() {}

  static Optional<NetworkSpec> network(Field field) {
    if (!field.isMapping()) {
      field.complain("a network is written as " + EXAMPLE + ", not as " + field.node().describe());
      return Optional.empty();
    }
    field.allowOnly(List.of("hidden", "output", "bias"));
    Optional<Field> hidden =
        field.required("hidden", "hidden: [16], or hidden: [] for a single layer");
    Map<String, Boolean> outputs = new LinkedHashMap<>();
    outputs.put("activated", true);
    outputs.put("linear", false);
    boolean activated = field.child("output").flatMap(value -> value.oneOf(outputs)).orElse(false);
    boolean bias = field.child("bias").flatMap(Field::flag).orElse(true);
    List<Integer> widths = new ArrayList<>();
    for (Field width : hidden.map(Field::items).orElse(List.of())) {
      width.whole(1, NetworkSpec.LARGEST_WIDTH, "16").ifPresent(w -> widths.add(w.intValue()));
    }
    return field.make(() -> new NetworkSpec(widths, activated, bias));
  }

  static Optional<ActivationSpec> activation(Field field) {
    if (!field.has("layers")) {
      return ComponentReader.read(field, "an activation", ACTIVATION).map(ActivationSpec::of);
    }
    field.allowOnly(List.of("layers"));
    List<ComponentSpec> layers = new ArrayList<>();
    for (Field layer : field.child("layers").orElseThrow().someItems("[tanh, relu]")) {
      ComponentReader.read(layer, "the activation of a layer", LAYER).ifPresent(layers::add);
    }
    return layers.isEmpty() ? Optional.empty() : field.make(() -> new ActivationSpec(layers));
  }
}
