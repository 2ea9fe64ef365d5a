package io.sluice.studies;

import io.sluice.engine.study.FanScale;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Direction;
import io.sluice.engine.text.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads initial weights that are a scheme: its id, or its id with values of which each is one. */
final class SchemeReader {

  static final String EXAMPLES =
      "{uniform: 1}, {normal: 0.5}, {explicit: [0.1, -0.2]}, or a scheme such as he-normal or"
          + " {id: he-normal, gain: 2}";

  static final String GAIN = "gain";
  static final String DIRECTION = "direction";
  static final String BIAS_DEVIATION = "bias-deviation";

  static final String ORTHOGONAL = "orthogonal";
  static final String VARIANCE_PRESERVING = "variance-preserving";
  static final String RANDOM_WALK = "random-walk";
  static final String EDGE_OF_CHAOS = "edge-of-chaos";

  /** For each scheme the key that it takes beside its id; empty for none. */
  private static final Map<String, String> SCHEMES = schemes();

  private SchemeReader() {}

  private static Map<String, String> schemes() {
    Map<String, String> schemes = new LinkedHashMap<>();
    for (FanScale scale : FanScale.values()) {
      schemes.put(scale.id(), GAIN);
    }
    schemes.put(ORTHOGONAL, GAIN);
    schemes.put(VARIANCE_PRESERVING, DIRECTION);
    schemes.put(RANDOM_WALK, "");
    schemes.put(EDGE_OF_CHAOS, BIAS_DEVIATION);
    return schemes;
  }

  /** Reads a scalar, or a mapping that has an id. */
  static Optional<InitialWeights> read(Field field) {
    Field id = field.isScalar() ? field : field.child("id").orElseThrow();
    String word = id.scalar();
    if (word == null || !SCHEMES.containsKey(word)) {
      complainOfId(id, word);
      return Optional.empty();
    }
    String key = SCHEMES.get(word);
    if (field.isMapping()) {
      field.allowOnly(key.isEmpty() ? List.of("id") : List.of("id", key));
    }
    Optional<Field> values = key.isEmpty() ? Optional.empty() : field.child(key);
    switch (word) {
      case RANDOM_WALK:
        return Optional.of(new InitialWeights.RandomWalk());
      case VARIANCE_PRESERVING:
        return directions(values)
            .map(directions -> new InitialWeights.VariancePreserving(directions));
      case EDGE_OF_CHAOS:
        if (values.isEmpty()) {
          field.complain(
              "edge-of-chaos needs the key \"bias-deviation\", for example {id: edge-of-chaos,"
                  + " bias-deviation: 0.2}");
          return Optional.empty();
        }
        return numbers(values)
            .flatMap(list -> values.get().make(() -> new InitialWeights.EdgeOfChaos(list)));
      case ORTHOGONAL:
        return numbers(values)
            .flatMap(list -> values.orElse(field).make(() -> new InitialWeights.Orthogonal(list)));
      default:
        FanScale scale = FanScale.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        return numbers(values)
            .flatMap(
                list -> values.orElse(field).make(() -> new InitialWeights.Scaled(scale, list)));
    }
  }

  /** Complains of a mapping that has neither an id nor one of these keys. */
  static void complainOfKeys(Field field, List<String> numbered) {
    List<String> keys = new ArrayList<>(numbered);
    keys.add("id");
    for (String key : field.keys()) {
      if (SCHEMES.containsKey(key)) {
        String value = SCHEMES.get(key);
        field.complain(
            "the scheme "
                + key
                + " is written "
                + (value.equals(BIAS_DEVIATION) ? "" : key + (value.isEmpty() ? "" : " or "))
                + (value.isEmpty()
                    ? ""
                    : "{id: " + key + ", " + value + ": " + example(key) + "}"));
        return;
      }
    }
    field.allowOnly(keys);
    if (field.keys().isEmpty()) {
      field.complain("initial weights are " + EXAMPLES + ", not an empty mapping");
    }
  }

  private static String example(String scheme) {
    switch (SCHEMES.get(scheme)) {
      case GAIN:
        return "2";
      case DIRECTION:
        return "backward";
      default:
        return "0.2";
    }
  }

  private static void complainOfId(Field id, String word) {
    if (word != null && Numbers.finite(word).isEmpty() && !word.isBlank()) {
      List<String> words = new ArrayList<>(SCHEMES.keySet());
      if (List.of("uniform", "normal", "explicit").contains(word)) {
        id.complain(word + " needs numbers: initial weights are " + EXAMPLES);
        return;
      }
      String hint = NearestWord.hint(word, words);
      id.complain(
          "unknown initial weights \""
              + word
              + '"'
              + (hint.isEmpty() ? "; there are " + EXAMPLES : hint));
      return;
    }
    id.complain("initial weights are " + EXAMPLES + ", not " + id.node().describe());
  }

  /** The numbers of a list or range; 1 if there is none, nothing if it is wrong. */
  private static Optional<List<Double>> numbers(Optional<Field> values) {
    if (values.isEmpty()) {
      return Optional.of(List.of(1.0));
    }
    List<Double> numbers = GridReader.numbers(values.get());
    return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers);
  }

  private static Optional<List<Direction>> directions(Optional<Field> values) {
    if (values.isEmpty()) {
      return Optional.of(List.of(Direction.FORWARD));
    }
    Map<String, Direction> words = new LinkedHashMap<>();
    for (Direction direction : Direction.values()) {
      words.put(direction.name().toLowerCase(Locale.ROOT), direction);
    }
    List<Direction> directions = new ArrayList<>();
    for (Field item : values.get().someItems("forward")) {
      Optional<Direction> direction = item.oneOf(words);
      if (direction.isPresent() && directions.contains(direction.get())) {
        item.complain("\"direction\" has " + item.scalar() + " twice");
      }
      direction.ifPresent(directions::add);
    }
    return directions.isEmpty() ? Optional.empty() : Optional.of(directions);
  }
}
