package io.sluice.studies;

import io.sluice.engine.network.LayerPart;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reads the networks and their activations. */
final class NetworkReader {

  private static final String EXAMPLE = "{hidden: [16, 16], output: linear}";
  private static final List<String> KEYS = keys("hidden", "output");
  private static final List<String> LAYER_KEYS = keys("units");
  private static final List<String> OUTPUT_KEYS = keys("activated");
  private static final Map<String, Boolean> OUTPUTS = words("activated", "linear");
  static final Map<String, Sharing> SHARINGS = sharings();
  private static final String ACTIVATION = "tanh, {id: snake, a: 2} or {layers: [tanh, relu]}";
  private static final String LAYER = "tanh or {id: snake, a: 2}";

  private NetworkReader() {}

  static Optional<NetworkSpec> network(Field field) {
    if (!field.isMapping()) {
      field.complain("a network is written as " + EXAMPLE + ", not as " + field.node().describe());
      return Optional.empty();
    }
    field.allowOnly(KEYS);
    Optional<Field> hidden =
        field.required("hidden", "hidden: [16], or hidden: [] for a single layer");
    LayerSpec preset = layer(field, LayerSpec.dense(1, true));
    List<LayerSpec> layers = new ArrayList<>();
    for (Field layer : hidden.map(Field::items).orElse(List.of())) {
      hiddenLayer(layer, preset).ifPresent(layers::add);
    }
    LayerSpec last = new LayerSpec(0, preset.bias(), preset.initialBias(), false, List.of());
    boolean activated = false;
    Optional<Field> output = field.child("output");
    if (output.isPresent() && output.get().isMapping()) {
      output.get().allowOnly(OUTPUT_KEYS);
      activated = output.get().child("activated").flatMap(Field::flag).orElse(false);
      last = layer(output.get(), last);
    } else if (output.isPresent()) {
      activated = output.get().oneOf(OUTPUTS).orElse(false);
    }
    LayerSpec outputLayer = last;
    boolean outputActivated = activated;
    return field.make(() -> new NetworkSpec(layers, outputLayer, outputActivated));
  }

  private static Optional<LayerSpec> hiddenLayer(Field field, LayerSpec preset) {
    if (!field.isMapping()) {
      return field
          .whole(1, LayerSpec.LARGEST_WIDTH, "16")
          .map(width -> withUnits(preset, width.intValue()));
    }
    field.allowOnly(LAYER_KEYS);
    Optional<Long> units =
        field
            .required("units", "{units: 16, frozen: true}")
            .flatMap(value -> value.whole(1, LayerSpec.LARGEST_WIDTH, "16"));
    LayerSpec layer = layer(field, preset);
    return units.map(width -> withUnits(layer, width.intValue()));
  }

  private static LayerSpec withUnits(LayerSpec layer, int units) {
    return new LayerSpec(units, layer.bias(), layer.initialBias(), layer.frozen(), layer.parts());
  }

  /** What is said of a layer besides its units; the rest is as the preset has it. */
  private static LayerSpec layer(Field field, LayerSpec preset) {
    boolean bias = preset.bias();
    OptionalDouble initialBias = preset.initialBias();
    Optional<Field> given = field.child("bias");
    if (given.isPresent()) {
      Optional<Double> start = Numbers.finite(given.get().scalar());
      bias = start.isPresent() || given.get().flag().orElse(true);
      initialBias = start.isPresent() ? OptionalDouble.of(start.get()) : OptionalDouble.empty();
    }
    boolean frozen = field.child("frozen").flatMap(Field::flag).orElse(preset.frozen());
    List<LayerPart> parts = new ArrayList<>();
    for (LayerPart.Kind kind : LayerPart.kinds()) {
      Optional<LayerPart> before =
          preset.parts().stream().filter(part -> part.kind().equals(kind)).findFirst();
      field
          .child(kind.key().name())
          .flatMap(value -> number(kind, value))
          .map(number -> Optional.of(number).filter(n -> n != 0).map(kind.make()::apply))
          .orElse(before)
          .ifPresent(parts::add);
    }
    return new LayerSpec(preset.units(), bias, initialBias, frozen, parts);
  }

  /** What is said of a kind of parts; 0 if a layer is to have none of it. */
  private static Optional<Double> number(LayerPart.Kind kind, Field value) {
    if (!kind.hasNumber()) {
      return value.oneOf(words(kind.yes(), kind.no())).map(is -> is ? 1.0 : 0.0);
    }
    Hyperparameter key = kind.key();
    String example = NumberText.of(key.value());
    Optional<Double> number =
        key.kind() == Hyperparameter.Kind.INTEGER
            ? value
                .whole((long) key.range().lower(), (long) key.range().upper(), example)
                .map(Long::doubleValue)
            : value.number(example);
    String complaint = number.map(key::complaint).orElse("");
    if (!complaint.isEmpty()) {
      value.complain(complaint);
      return Optional.empty();
    }
    return number;
  }

  /** Keys of their own, and those of every layer. */
  private static List<String> keys(String... own) {
    List<String> keys = new ArrayList<>(List.of(own));
    keys.addAll(List.of("bias", "frozen"));
    LayerPart.kinds().forEach(kind -> keys.add(kind.key().name()));
    return keys;
  }

  static Optional<ActivationSpec> activation(Field field) {
    Optional<Sharing> sharing = field.child("train").flatMap(value -> value.oneOf(SHARINGS));
    if (field.has("formula")) {
      return FormulaReader.read(field, List.of("train"))
          .map(component -> new ActivationSpec(List.of(component), sharing));
    }
    if (!field.has("layers")) {
      return ComponentReader.read(field, "an activation", ACTIVATION, List.of("train"))
          .map(component -> new ActivationSpec(List.of(component), sharing));
    }
    field.allowOnly(List.of("layers", "train"));
    List<ComponentSpec> layers = new ArrayList<>();
    for (Field layer : field.child("layers").orElseThrow().someItems("[tanh, relu]")) {
      Optional<ComponentSpec> component =
          layer.has("formula")
              ? FormulaReader.read(layer, List.of())
              : ComponentReader.read(layer, "the activation of a layer", LAYER);
      component.ifPresent(layers::add);
    }
    return layers.isEmpty()
        ? Optional.empty()
        : field.make(() -> new ActivationSpec(layers, sharing));
  }

  private static Map<String, Boolean> words(String yes, String no) {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put(yes, true);
    words.put(no, false);
    return words;
  }

  private static Map<String, Sharing> sharings() {
    Map<String, Sharing> words = new LinkedHashMap<>();
    for (Sharing sharing : Sharing.values()) {
      words.put(ActivationSpec.word(sharing), sharing);
    }
    return words;
  }
}
