package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of the activations of a network: those of a component, and those of layers. */
final class ActivationKeys {

  private static final String EXAMPLE = "tanh, {id: snake, a: 2} or {layers: [tanh, relu]}";
  private static final String LAYER_EXAMPLE = "tanh or {id: snake, a: 2}";

  /** Who shares a trained parameter. */
  static final Codec<Sharing> SHARING =
      Codec.oneOf(List.of(Sharing.values()), ActivationSpec::word);

  private static final Key<ActivationSpec, Optional<Sharing>> TRAIN =
      key("train", "who shares the parameters that are trained")
          .leftOut("what the activation says")
          .optional(SHARING, ActivationSpec::sharing);

  private static final Codec<ComponentSpec> LAYER =
      new Codec<>(
          "an activation",
          layer ->
              layer.has(WrittenText.FORMULA.key().name())
                  ? WrittenText.FORMULA.read(layer, List.of())
                  : ComponentKeys.read(
                      layer, "the activation of a layer", LAYER_EXAMPLE, List.of()),
          ComponentKeys::written);

  /** The key of activations by layer. */
  static final String LAYERS_KEY = "layers";

  private static final Key<ActivationSpec, Optional<List<ComponentSpec>>> LAYERS =
      key(LAYERS_KEY, "in place of `id`: one for each activated layer")
          .optional(
              LAYER.some("[tanh, relu]"),
              activation -> Optional.of(activation.layers()).filter(layers -> layers.size() > 1));

  private static final Section<ActivationSpec> BY_LAYER = Section.of(LAYERS, TRAIN);

  /** All keys but the hyper-parameters. */
  static final Section<ActivationSpec> KEYS =
      Section.of(
          ComponentKeys.ID.of(ActivationKeys::first),
          WrittenText.FORMULA.key().of(ActivationKeys::first),
          WrittenText.FORMULA.nameKey().of(ActivationKeys::first),
          LAYERS,
          TRAIN);

  static final Codec<ActivationSpec> ACTIVATION =
      new Codec<>("an id, or keys and values", ActivationKeys::read, ActivationKeys::written);

  private ActivationKeys() {}

  private static ComponentSpec first(ActivationSpec activation) {
    return activation.layers().get(0);
  }

  private static Optional<ActivationSpec> read(Field field) {
    if (field.has(LAYERS.name()) && !field.has(WrittenText.FORMULA.key().name())) {
      Section.Given given = BY_LAYER.read(field);
      return given.isComplete()
          ? field.make(() -> new ActivationSpec(given.get(LAYERS).orElseThrow(), given.get(TRAIN)))
          : Optional.empty();
    }
    List<String> further = List.of(TRAIN.name());
    Optional<Optional<Sharing>> sharing = TRAIN.read(field);
    Optional<ComponentSpec> component =
        field.has(WrittenText.FORMULA.key().name())
            ? WrittenText.FORMULA.read(field, further)
            : ComponentKeys.read(field, "an activation", EXAMPLE, further);
    return sharing.flatMap(
        shared -> component.map(one -> new ActivationSpec(List.of(one), shared)));
  }

  private static Object written(ActivationSpec activation) {
    if (activation.layers().size() > 1) {
      return BY_LAYER.write(activation);
    }
    if (activation.sharing().isEmpty()) {
      return ComponentKeys.written(first(activation));
    }
    Map<String, Object> fields = ComponentKeys.fields(first(activation));
    fields.putAll(Section.of(TRAIN).write(activation));
    return fields;
  }
}
