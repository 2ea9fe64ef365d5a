package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.FanScale;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Direction;
import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The keys of initial weights that are a scheme: its id, and what it takes beside its id. */
final class SchemeKeys {

  private static final Key<InitialWeights, List<Double>> GAIN =
      key("gain", "a factor above 0 of all weights; of the schemes by fans and of `orthogonal`")
          .like("gain: 2")
          .preset(
              Codec.grid(GridReader::numbers),
              weights ->
                  weights instanceof InitialWeights.Scaled
                      ? ((InitialWeights.Scaled) weights).gains()
                      : ((InitialWeights.Orthogonal) weights).gains(),
              List.of(1.0));

  private static final Key<InitialWeights, List<Direction>> DIRECTION =
      key("direction", "what keeps its variance, sums or gradients; of `variance-preserving`")
          .like("direction: backward")
          .preset(
              Codec.distinct(
                  Codec.oneOf(
                          List.of(Direction.values()), each -> each.name().toLowerCase(Locale.ROOT))
                      .as(List::of, list -> list.get(0)),
                  "forward",
                  "has",
                  direction -> direction.name().toLowerCase(Locale.ROOT)),
              weights -> ((InitialWeights.VariancePreserving) weights).directions(),
              List.of(Direction.FORWARD));

  private static final Key<InitialWeights, List<Double>> BIAS_DEVIATION =
      key("bias-deviation", "the standard deviation of the biases, from 0 on; of `edge-of-chaos`")
          .like("bias-deviation: 0.2")
          .needed(
              Codec.grid(GridReader::numbers),
              weights -> ((InitialWeights.EdgeOfChaos) weights).biasDeviations());

  /** The keys of all schemes. */
  static final Section<InitialWeights> KEYS = Section.of(GAIN, DIRECTION, BIAS_DEVIATION);

  private static final List<Scheme> SCHEMES = schemes();

  /**
   * One scheme.
   *
   * @param keys what it takes beside its id
   */
  private record Scheme(
      String id,
      Predicate<InitialWeights> fits,
      Section<InitialWeights> keys,
      Function<Section.Given, InitialWeights> maker) {

    /** Such as {@code {id: he-normal, gain: 2}}. */
    private String example() {
      StringBuilder example = new StringBuilder("{id: ").append(id);
      keys.keys().forEach(key -> example.append(", ").append(key.told().example()));
      return example.append('}').toString();
    }

    private boolean needs(Key<?, ?> key) {
      return key.preset() == null;
    }
  }

  private SchemeKeys() {}

  private static List<Scheme> schemes() {
    List<Scheme> schemes = new ArrayList<>();
    for (FanScale scale : FanScale.values()) {
      schemes.add(
          new Scheme(
              scale.id(),
              weights ->
                  weights instanceof InitialWeights.Scaled
                      && ((InitialWeights.Scaled) weights).scale() == scale,
              Section.of(GAIN),
              given -> new InitialWeights.Scaled(scale, given.get(GAIN))));
    }
    schemes.add(
        new Scheme(
            "orthogonal",
            InitialWeights.Orthogonal.class::isInstance,
            Section.of(GAIN),
            given -> new InitialWeights.Orthogonal(given.get(GAIN))));
    schemes.add(
        new Scheme(
            "variance-preserving",
            InitialWeights.VariancePreserving.class::isInstance,
            Section.of(DIRECTION),
            given -> new InitialWeights.VariancePreserving(given.get(DIRECTION))));
    schemes.add(
        new Scheme(
            "random-walk",
            InitialWeights.RandomWalk.class::isInstance,
            Section.of(),
            given -> new InitialWeights.RandomWalk()));
    schemes.add(
        new Scheme(
            "knots",
            InitialWeights.Knots.class::isInstance,
            Section.of(),
            given -> new InitialWeights.Knots()));
    schemes.add(
        new Scheme(
            "edge-of-chaos",
            InitialWeights.EdgeOfChaos.class::isInstance,
            Section.of(BIAS_DEVIATION),
            given -> new InitialWeights.EdgeOfChaos(given.get(BIAS_DEVIATION))));
    return schemes;
  }

  private static List<String> ids() {
    return SCHEMES.stream().map(Scheme::id).toList();
  }

  static boolean isScheme(InitialWeights weights) {
    return SCHEMES.stream().anyMatch(scheme -> scheme.fits().test(weights));
  }

  /** The id with every value. */
  static Map<String, Object> write(InitialWeights weights) {
    Scheme scheme =
        SCHEMES.stream().filter(each -> each.fits().test(weights)).findFirst().orElseThrow();
    Map<String, Object> fields = Codec.fields();
    fields.put("id", scheme.id());
    fields.putAll(scheme.keys().write(weights));
    return fields;
  }

  /** Reads a scalar, or a mapping that has an id. */
  static Optional<InitialWeights> read(Field field) {
    Field id = field.isScalar() ? field : field.child("id").orElseThrow();
    Optional<Scheme> found =
        SCHEMES.stream().filter(each -> each.id().equals(id.scalar())).findFirst();
    if (found.isEmpty()) {
      complainOfId(id, id.scalar());
      return Optional.empty();
    }
    Scheme scheme = found.get();
    List<String> names = new ArrayList<>(List.of("id"));
    names.addAll(scheme.keys().names());
    field.allowOnly(names);
    for (Key<?, ?> key : scheme.keys().keys()) {
      if (scheme.needs(key) && !field.has(key.name())) {
        field.complain(
            scheme.id() + " needs the key \"" + key.name() + "\", for example " + scheme.example());
        return Optional.empty();
      }
    }
    Section.Given given = scheme.keys().among(field, null);
    Field place = scheme.keys().names().stream().findFirst().flatMap(field::child).orElse(field);
    return given.isComplete() ? place.make(() -> scheme.maker().apply(given)) : Optional.empty();
  }

  /** Complains of a mapping that has neither an id nor one of these keys. */
  static void complainOfKeys(Field field, List<String> numbered) {
    for (Scheme scheme : SCHEMES) {
      if (field.has(scheme.id())) {
        List<String> written = new ArrayList<>();
        if (scheme.keys().keys().stream().noneMatch(scheme::needs)) {
          written.add(scheme.id());
        }
        if (!scheme.keys().keys().isEmpty()) {
          written.add(scheme.example());
        }
        field.complain("the scheme " + scheme.id() + " is written " + String.join(" or ", written));
        return;
      }
    }
    List<String> keys = new ArrayList<>(numbered);
    keys.add("id");
    field.allowOnly(keys);
    if (field.keys().isEmpty()) {
      field.complain(
          "initial weights are " + WeightKeys.WEIGHTS_EXAMPLE + ", not an empty mapping");
    }
  }

  private static void complainOfId(Field id, String word) {
    if (word == null || Numbers.finite(word).isPresent() || word.isBlank()) {
      id.complain(
          "initial weights are " + WeightKeys.WEIGHTS_EXAMPLE + ", not " + id.node().describe());
    } else if (WeightKeys.NUMBERS.names().contains(word)) {
      id.complain(word + " needs numbers: initial weights are " + WeightKeys.WEIGHTS_EXAMPLE);
    } else {
      String hint = NearestWord.hint(word, ids());
      id.complain(
          "unknown initial weights \""
              + word
              + '"'
              + (hint.isEmpty() ? "; there are " + WeightKeys.WEIGHTS_EXAMPLE : hint));
    }
  }
}
