package io.sluice.studies;

import com.fasterxml.jackson.core.JsonGenerator;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Pair;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Initial weights that are paired with cells, as they are read and written. */
final class PairedWeights {

  static final String KEY = "paired";

  private static final String WEIGHTS = "weights";
  private static final String EXAMPLE = "{activation: tanh, weights: [0.1, -0.2]}";

  private PairedWeights() {}

  /** Writes numbers as studies have them. */
  @FunctionalInterface
  interface Numbers {
    void write(List<Double> numbers) throws IOException;
  }

  static Optional<InitialWeights> read(Field field) {
    field.allowOnly(List.of(KEY));
    List<Pair> pairs = new ArrayList<>();
    List<Field> items = field.child(KEY).orElseThrow().someItems(EXAMPLE);
    items.forEach(item -> pair(item).ifPresent(pairs::add));
    return pairs.size() < items.size() || pairs.isEmpty()
        ? Optional.empty()
        : field.make(() -> new InitialWeights.Paired(pairs));
  }

  private static Optional<Pair> pair(Field item) {
    if (!item.isMapping()) {
      item.complain("a paired start is written as " + EXAMPLE + ", not " + item.node().describe());
      return Optional.empty();
    }
    List<String> keys = new ArrayList<>(Pair.FACTORS);
    keys.add(WEIGHTS);
    item.allowOnly(keys);
    Map<String, String> levels = new TreeMap<>();
    for (String factor : Pair.FACTORS) {
      item.child(factor)
          .flatMap(label -> label.text("the label of a level, such as tanh"))
          .ifPresent(label -> levels.put(factor, label));
    }
    Optional<List<Double>> weights = item.required(WEIGHTS, EXAMPLE).map(WeightsReader::weights);
    return weights.flatMap(list -> item.make(() -> new Pair(levels, list)));
  }

  /** Writes them inside an object. */
  static void write(InitialWeights.Paired paired, JsonGenerator json, Numbers numbers)
      throws IOException {
    json.writeArrayFieldStart(KEY);
    for (Pair pair : paired.pairs()) {
      json.writeStartObject();
      for (Map.Entry<String, String> level : pair.levels().entrySet()) {
        json.writeStringField(level.getKey(), level.getValue());
      }
      json.writeFieldName(WEIGHTS);
      numbers.write(pair.weights());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
