package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.network.LayerPart;
import io.sluice.engine.network.Recurrent;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.text.NumberText;
import io.sluice.spi.Hyperparameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The keys of networks and of their layers. */
final class NetworkKeys {

  private static final String EXAMPLE = "{hidden: [16, 16], output: linear}";
  private static final Codec<Integer> WIDTH = Codec.integer(1, LayerSpec.LARGEST_WIDTH, "16");

  /**
   * The biases of a layer.
   *
   * @param start where they start, if not where the initial weights say
   */
  private record Bias(boolean isThere, OptionalDouble start) {}

  private static final Key<LayerSpec, Bias> BIAS =
      key("bias", "whether there are biases, or the number at which all start")
          .preset(
              new Codec<Bias>(
                  "`true`, `false` or a number",
                  NetworkKeys::bias,
                  bias -> bias.start().isPresent() ? bias.start().getAsDouble() : bias.isThere()),
              layer -> new Bias(layer.bias(), layer.initialBias()),
              new Bias(true, OptionalDouble.empty()));

  private static final Key<LayerSpec, Boolean> FROZEN =
      key("frozen", "whether the layer keeps all weights it starts with; no optimizer sees them")
          .preset(Codec.flag(), LayerSpec::frozen, false);

  /** The kinds of parts, each with its key, in the order in which they are written. */
  private static final Map<LayerPart.Kind, Key<LayerSpec, Double>> PARTS = parts();

  private static final Key<LayerSpec, Optional<Recurrent>> RECURRENT =
      key(
              "recurrent",
              "the layer reads its inputs as a sequence, with this cell, and passes on the last"
                  + " state; its activation is that of the candidate, and of what an `lstm` puts out")
          .optional(RecurrentKeys.RECURRENT, LayerSpec::recurrent);

  /** What is said of a layer besides its units. */
  private static final Section<LayerSpec> LAYER = layerKeys();

  private static final Key<LayerSpec, Integer> UNITS =
      key("units", "how many numbers the layer passes on; alone it stands for the layer")
          .like("{units: 16, frozen: true}")
          .needed(WIDTH, LayerSpec::units);

  /** The keys of a hidden layer. */
  static final Section<LayerSpec> HIDDEN_LAYER = Section.of(UNITS).and(LAYER);

  /** The last layer, and whether it is activated. */
  private record Output(boolean isActivated, LayerSpec layer) {}

  private static final Key<Output, Boolean> ACTIVATED =
      key("activated", "of `output` only: whether the outputs are activated")
          .preset(Codec.flag(), Output::isActivated, false);

  private static final Section<Output> OUTPUT_LAYER =
      Section.of(ACTIVATED).and(LAYER.of(Output::layer));

  private static final Codec<Boolean> OUTPUT_WORD = Codec.either("activated", "linear");

  /** The keys of networks and of layers, once each. */
  static final Section<?> KEYS = keys();

  static final Codec<NetworkSpec> NETWORK =
      new Codec<>("keys", NetworkKeys::read, NetworkKeys::written);

  private NetworkKeys() {}

  private static Section<NetworkSpec> keys() {
    LayerSpec preset = LayerSpec.dense(0, true);
    return Section.of(hidden(preset), output(preset))
        .and(Section.of(UNITS).and(LAYER).of(NetworkSpec::output))
        .and(Section.of(ACTIVATED).of(NetworkKeys::outputOf));
  }

  private static Map<LayerPart.Kind, Key<LayerSpec, Double>> parts() {
    Map<LayerPart.Kind, Key<LayerSpec, Double>> parts = new LinkedHashMap<>();
    LayerPart.kinds().forEach(kind -> parts.put(kind, part(kind)));
    return parts;
  }

  /** The key of a kind, which has the number 0 where a layer has no such part. */
  private static Key<LayerSpec, Double> part(LayerPart.Kind kind) {
    KeyName name = key(kind.key().name(), kind.key().meaning());
    name = kind.hasNumber() ? name.leftOut(kind.no()) : name;
    return (kind.isAlwaysSaid() ? name : name.quiet())
        .preset(
            codec(kind),
            layer ->
                layer.parts().stream()
                    .filter(part -> part.kind().equals(kind))
                    .mapToDouble(LayerPart::number)
                    .findFirst()
                    .orElse(0),
            0.0);
  }

  private static Codec<Double> codec(LayerPart.Kind kind) {
    Hyperparameter key = kind.key();
    String example = NumberText.of(key.value());
    if (!kind.hasNumber()) {
      Codec<Boolean> words =
          kind.yes().equals("true") ? Codec.flag() : Codec.either(kind.yes(), kind.no());
      return words.as(is -> is ? 1.0 : 0.0, number -> number != 0);
    }
    if (key.kind() == Hyperparameter.Kind.INTEGER) {
      return Codec.integer((int) key.range().lower(), (int) key.range().upper(), example)
          .as(Integer::doubleValue, Double::intValue);
    }
    return Codec.number(example)
        .unless(value -> Optional.of(key.complaint(value)).filter(text -> !text.isEmpty()));
  }

  private static Section<LayerSpec> layerKeys() {
    List<Key<LayerSpec, ?>> keys = new ArrayList<>(List.of(BIAS));
    for (boolean ofMatrix : new boolean[] {true, false}) {
      PARTS.forEach(
          (kind, key) -> {
            if ((kind.place() == LayerPart.Place.MATRIX) == ofMatrix) {
              keys.add(key);
            }
          });
      if (ofMatrix) {
        keys.add(FROZEN);
      }
    }
    keys.add(RECURRENT);
    return new Section<>(keys);
  }

  private static Optional<Bias> bias(Field field) {
    Optional<Double> start = Numbers.finite(field.scalar());
    return start.isPresent()
        ? Optional.of(new Bias(true, OptionalDouble.of(start.get())))
        : field.flag().map(isThere -> new Bias(isThere, OptionalDouble.empty()));
  }

  private static LayerSpec layer(int units, Section.Given given) {
    Bias bias = given.get(BIAS);
    List<LayerPart> parts = new ArrayList<>();
    PARTS.forEach(
        (kind, key) ->
            Optional.of(given.get(key))
                .filter(number -> number != 0)
                .map(kind.make()::apply)
                .ifPresent(parts::add));
    given.get(RECURRENT).ifPresent(parts::add);
    return new LayerSpec(units, bias.isThere(), bias.start(), given.get(FROZEN), parts);
  }

  /** The same with other units, all else being as it is. */
  private static LayerSpec layer(int units, LayerSpec like) {
    return layer(units, LAYER.parts(like));
  }

  /** The hidden layers, which have what they do not say from the preset. */
  private static Key<NetworkSpec, List<LayerSpec>> hidden(LayerSpec preset) {
    Codec<LayerSpec> one =
        new Codec<>(
            "a width or the keys of a layer",
            field -> {
              if (!field.isMapping()) {
                return WIDTH.read(field).map(units -> layer(units, preset));
              }
              Section.Given given = HIDDEN_LAYER.read(field, preset);
              return given.isComplete()
                  ? field.make(() -> layer(given.get(UNITS), given))
                  : Optional.empty();
            },
            layer ->
                layer.equals(layer(layer.units(), preset))
                    ? layer.units()
                    : HIDDEN_LAYER.write(layer));
    return key("hidden", "the layers before the last")
        .like("hidden: [16], or hidden: [] for a single layer")
        .needed(one.any(), NetworkSpec::hidden);
  }

  /** The last layer, which has what it does not say from the preset. */
  private static Key<NetworkSpec, Output> output(LayerSpec preset) {
    Codec<Output> codec =
        new Codec<>(
            OUTPUT_WORD.type() + ", or the keys of a layer",
            field -> {
              if (!field.isMapping()) {
                return OUTPUT_WORD.read(field).map(word -> new Output(word, preset));
              }
              Section.Given given = OUTPUT_LAYER.read(field, new Output(false, preset));
              return given.isComplete()
                  ? field.make(() -> new Output(given.get(ACTIVATED), layer(0, given)))
                  : Optional.empty();
            },
            output ->
                output.layer().equals(preset)
                    ? OUTPUT_WORD.write(output.isActivated())
                    : OUTPUT_LAYER.write(output));
    return key("output", "the last layer")
        .preset(codec, NetworkKeys::outputOf, new Output(false, preset));
  }

  private static Output outputOf(NetworkSpec network) {
    return new Output(network.outputActivated(), network.output());
  }

  private static Optional<NetworkSpec> read(Field field) {
    if (!field.isMapping()) {
      field.complain("a network is written as " + EXAMPLE + ", not as " + field.node().describe());
      return Optional.empty();
    }
    Section.Given said = LAYER.among(field, LayerSpec.dense(1, true));
    Optional<LayerSpec> shared = field.make(() -> layer(0, said));
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    LayerSpec preset = shared.get();
    Key<NetworkSpec, List<LayerSpec>> hidden = hidden(preset);
    Bias bias = said.get(BIAS);
    Key<NetworkSpec, Output> output =
        output(new LayerSpec(0, bias.isThere(), bias.start(), false, List.of()));
    Section<NetworkSpec> own = Section.of(hidden, output);
    field.allowOnly(own.and(LAYER.of(NetworkSpec::output)).names());
    Section.Given given = own.among(field, null);
    return said.isComplete() && given.isComplete()
        ? field.make(
            () ->
                new NetworkSpec(
                    given.get(hidden), given.get(output).layer(), given.get(output).isActivated()))
        : Optional.empty();
  }

  /** The biases of the last layer are said of the network, if nothing else is said of it. */
  private static Map<String, Object> written(NetworkSpec network) {
    LayerSpec last = network.output();
    LayerSpec plain = LayerSpec.dense(0, last.bias());
    boolean isPlain = last.equals(plain);
    LayerSpec preset = LayerSpec.dense(1, last.bias() || !isPlain);
    Map<String, Object> fields = Section.of(hidden(preset), output(plain)).write(network);
    if (isPlain) {
      fields.put(BIAS.name(), last.bias());
    }
    return fields;
  }
}
