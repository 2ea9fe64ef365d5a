package io.sluice.studies;

import io.sluice.engine.study.TuningSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how hyper-parameters are tuned: the values of each under its name, and {@link #KEYS}. What
 * comes from a part of a chain of studies, {@code rung}, {@code chosen} and {@code chosen-by}, is
 * written by Sluice itself.
 */
final class TuningReader {

  static final String SEEDS = "seeds";
  static final String BY = "by";
  static final String BUDGET_COUNTS = "budget-counts";
  static final String RUNG = "rung";
  static final String CHOSEN = "chosen";
  static final String CHOSEN_BY = "chosen-by";

  /** The labels of a context. */
  static final List<String> CONTEXT = List.of("problem", "network", "activation", "optimizer");

  /** The keys that are no hyper-parameters. */
  static final List<String> KEYS = List.of(SEEDS, BY, BUDGET_COUNTS, RUNG, CHOSEN, CHOSEN_BY);

  private static final String EXAMPLE =
      "{learning-rate: {from: 1e-4, to: 1e-1, count: 7}, seeds: 5}";
  private static final int PRESET_SEEDS = 5;
  private static final int MOST_RUNGS = 100;

  private TuningReader() {}

  static Optional<TuningSpec> read(Field field) {
    if (!field.isMapping()) {
      field.expected("hyper-parameters with the values to choose from, such as " + EXAMPLE);
      return Optional.empty();
    }
    Map<String, List<Double>> values = values(field, KEYS);
    if (values.isEmpty()) {
      field.complain("\"tuning\" names no hyper-parameter, for example " + EXAMPLE);
    }
    Optional<Integer> seeds = whole(field, SEEDS, 1, Integer.MAX_VALUE, PRESET_SEEDS);
    Map<String, TuningSpec.By> ways = new LinkedHashMap<>();
    for (TuningSpec.By way : TuningSpec.By.values()) {
      ways.put(way.id(), way);
    }
    Optional<TuningSpec.By> by =
        field.has(BY)
            ? field.child(BY).flatMap(way -> way.oneOf(ways))
            : Optional.of(TuningSpec.By.GRID);
    Optional<Boolean> counts =
        field.has(BUDGET_COUNTS)
            ? field.child(BUDGET_COUNTS).flatMap(Field::flag)
            : Optional.of(true);
    Optional<Integer> rung = whole(field, RUNG, 0, MOST_RUNGS, 0);
    List<TuningSpec.Choice> chosen = new ArrayList<>();
    field.child(CHOSEN).ifPresent(list -> list.items().forEach(item -> choice(item, chosen)));
    List<String> studies = new ArrayList<>();
    field
        .child(CHOSEN_BY)
        .ifPresent(
            list ->
                list.items()
                    .forEach(item -> item.text("the id of a study").ifPresent(studies::add)));
    if (!field.reading().complaints().isEmpty()) {
      return Optional.empty();
    }
    return field.make(
        () ->
            new TuningSpec(
                values,
                seeds.orElseThrow(),
                by.orElseThrow(),
                counts.orElseThrow(),
                rung.orElseThrow(),
                chosen,
                studies));
  }

  private static Optional<Integer> whole(Field field, String key, int least, int most, int preset) {
    return field.has(key)
        ? field
            .child(key)
            .flatMap(number -> number.whole(least, most, Integer.toString(Math.max(least, 5))))
            .map(Long::intValue)
        : Optional.of(preset);
  }

  private static Map<String, List<Double>> values(Field field, List<String> reserved) {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (String key : field.keys()) {
      if (!reserved.contains(key)) {
        List<Double> grid = GridReader.ratios(field.child(key).orElseThrow());
        if (!grid.isEmpty()) {
          values.put(key, grid);
        }
      }
    }
    return values;
  }

  private static void choice(Field field, List<TuningSpec.Choice> choices) {
    if (!field.isMapping()) {
      field.expected("{problem: xor, network: 2-3-1, activation: tanh, optimizer: adam, …}");
      return;
    }
    List<String> labels = new ArrayList<>();
    for (String part : CONTEXT) {
      field
          .required(part, part + ": its label")
          .flatMap(label -> label.text("a label"))
          .ifPresent(labels::add);
    }
    Map<String, Double> values = new LinkedHashMap<>();
    values(field, CONTEXT).forEach((name, grid) -> values.put(name, grid.get(0)));
    if (labels.size() == CONTEXT.size()) {
      choices.add(
          new TuningSpec.Choice(
              labels.get(0), labels.get(1), labels.get(2), labels.get(3), values));
    }
  }
}
