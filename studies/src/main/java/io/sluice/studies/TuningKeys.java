package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.study.TuningSpec.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys of how hyper-parameters are tuned: the values of each under its name, and those that are
 * no hyper-parameters. What comes from a part of a chain of studies, {@code rung}, {@code chosen}
 * and {@code chosen-by}, is written by Sluice itself.
 */
final class TuningKeys {

  private static final String EXAMPLE =
      "{learning-rate: {from: 1e-4, to: 1e-1, count: 7}, seeds: 5}";
  private static final int MOST_RUNGS = 100;

  private static final Key<Choice, String> PROBLEM = label("problem", Choice::problem);
  private static final Key<Choice, String> NETWORK = label("network", Choice::network);
  private static final Key<Choice, String> ACTIVATION = label("activation", Choice::activation);
  private static final Key<Choice, String> OPTIMIZER = label("optimizer", Choice::optimizer);

  private static final Section<Choice> CONTEXT =
      Section.of(PROBLEM, NETWORK, ACTIVATION, OPTIMIZER);

  private static final Key<TuningSpec, Integer> SEEDS =
      key("seeds", "how many seeds each combination is tried on")
          .preset(Codec.integer(1, Integer.MAX_VALUE, "5"), TuningSpec::seeds, 5);

  private static final Key<TuningSpec, TuningSpec.By> BY =
      key("by", "every combination with the whole budget, or successive halving")
          .preset(
              Codec.oneOf(List.of(TuningSpec.By.values()), TuningSpec.By::id),
              TuningSpec::by,
              TuningSpec.By.GRID);

  private static final Key<TuningSpec, Boolean> BUDGET_COUNTS =
      key("budget-counts", "whether the report adds what tuning cost")
          .preset(Codec.flag(), TuningSpec::budgetCounts, true);

  private static final Key<TuningSpec, Integer> RUNG =
      key("rung", "which part of the chain this is; written by Sluice")
          .quiet()
          .preset(Codec.integer(0, MOST_RUNGS, "5"), TuningSpec::rung, 0);

  private static final Key<TuningSpec, List<Choice>> CHOSEN =
      key("chosen", "what was chosen before; written by Sluice")
          .leftOut("none")
          .quiet()
          .preset(
              new Codec<>("keys", TuningKeys::choice, TuningKeys::written).any(),
              TuningSpec::choices,
              List.<Choice>of());

  private static final Key<TuningSpec, List<String>> CHOSEN_BY =
      key("chosen-by", "the ids of the studies that chose; written by Sluice")
          .leftOut("none")
          .quiet()
          .preset(Codec.text("the id of a study").any(), TuningSpec::chosenBy, List.<String>of());

  /** The keys that are no hyper-parameters. */
  static final Section<TuningSpec> KEYS =
      Section.of(SEEDS, BY, BUDGET_COUNTS, RUNG, CHOSEN, CHOSEN_BY);

  static final Codec<TuningSpec> TUNING =
      new Codec<>("hyper-parameters with grids, and keys", TuningKeys::read, TuningKeys::written);

  private TuningKeys() {}

  private static Key<Choice, String> label(String part, Function<Choice, String> label) {
    return key(part, "the label of the " + part)
        .like(part + ": its label")
        .needed(Codec.text("a label"), label);
  }

  private static Optional<TuningSpec> read(Field field) {
    if (!field.isMapping()) {
      field.expected("hyper-parameters with the values to choose from, such as " + EXAMPLE);
      return Optional.empty();
    }
    Optional<Map<String, List<Double>>> values =
        ComponentKeys.grids(field, KEYS.names(), GridReader::ratios);
    if (values.isPresent() && values.get().isEmpty()) {
      field.complain("\"tuning\" names no hyper-parameter, for example " + EXAMPLE);
    }
    Section.Given given = KEYS.among(field, null);
    if (!given.isComplete() || values.isEmpty() || values.get().isEmpty()) {
      return Optional.empty();
    }
    return field.make(
        () ->
            new TuningSpec(
                values.get(),
                given.get(SEEDS),
                given.get(BY),
                given.get(BUDGET_COUNTS),
                given.get(RUNG),
                given.get(CHOSEN),
                given.get(CHOSEN_BY)));
  }

  private static Map<String, Object> written(TuningSpec tuning) {
    Map<String, Object> fields = Codec.fields();
    fields.putAll(tuning.values());
    fields.putAll(KEYS.write(tuning));
    return fields;
  }

  private static Optional<Choice> choice(Field field) {
    if (!field.isMapping()) {
      field.expected("{problem: xor, network: 2-3-1, activation: tanh, optimizer: adam, …}");
      return Optional.empty();
    }
    Section.Given given = CONTEXT.among(field, null);
    Optional<Map<String, List<Double>>> grids =
        ComponentKeys.grids(field, CONTEXT.names(), GridReader::ratios);
    if (!given.isComplete() || grids.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Double> values = new LinkedHashMap<>();
    grids.get().forEach((name, grid) -> values.put(name, grid.get(0)));
    return field.make(
        () ->
            new Choice(
                given.get(PROBLEM),
                given.get(NETWORK),
                given.get(ACTIVATION),
                given.get(OPTIMIZER),
                values));
  }

  private static Map<String, Object> written(Choice choice) {
    Map<String, Object> fields = CONTEXT.write(choice);
    fields.putAll(choice.values());
    return fields;
  }
}
