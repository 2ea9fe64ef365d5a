package io.sluice.studies;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.DecideBy;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.study.WeightPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps the keys of a study, one after the other. */
final class StudyMapper {

  /** Every key a study can have, in the order of the documentation. */
  static final List<String> KEYS =
      List.of(
          "study",
          "question",
          "decide-by",
          "seed",
          "repeats",
          "budget",
          "targets",
          "stop",
          "monitor",
          "loss",
          "problems",
          "validation",
          "networks",
          "activations",
          "optimizers",
          "weight-policies",
          "bounds",
          "initial-weights",
          "batches",
          "schedules",
          "clipping",
          "weight-decay",
          "tuning",
          "measure",
          "metrics");

  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final String OPTIMIZER = "adam or {id: adam, learning-rate: 0.01}";

  private final Field root;

  StudyMapper(Field root) {
    this.root = root;
  }

  /** The study, unless something is wrong with it. */
  Optional<StudySpec> map() {
    if (!root.isMapping()) {
      root.complain(
          "a study is keys and values such as \"study: my-study\", not " + root.node().describe());
      return Optional.empty();
    }
    root.allowOnly(KEYS);
    String name = root.required("study", "study: my-study").flatMap(this::name).orElse("");
    String question = root.child("question").map(this::question).orElse("");
    long seed =
        root.child("seed")
            .flatMap(field -> field.whole(Long.MIN_VALUE, Long.MAX_VALUE, "42"))
            .orElse(1L);
    long repeats =
        root.child("repeats").flatMap(field -> field.whole(1, Integer.MAX_VALUE, "20")).orElse(20L);
    Budget budget =
        root.child("budget").flatMap(BudgetReader::budget).orElse(Budget.of(BudgetReader.PRESET));
    List<Double> targets = root.child("targets").map(this::targets).orElse(List.of(1e-2, 1e-3));
    StopReader stop = root.child("stop").flatMap(StopReader::read).orElse(StopReader.PRESET);
    Loss loss = root.child("loss").flatMap(LossReader::read).orElse(Loss.MSE);
    var problems = problems();
    Validation validation =
        root.child("validation").flatMap(ValidationReader::read).orElse(Validation.NONE);
    var networks = anyOf("networks", NetworkReader::network);
    var activations = anyOf("activations", NetworkReader::activation);
    var optimizers =
        listOf(
            "optimizers",
            "optimizers: [adam]",
            field -> ComponentReader.read(field, "an optimizer", OPTIMIZER));
    Map<String, WeightPolicy> policies = words(Stream.of(WeightPolicy.values()), WeightPolicy::id);
    var weightPolicies =
        presetOf("weight-policies", "none", WeightPolicy.NONE, field -> field.oneOf(policies));
    var bounds = presetOf("bounds", "initial", new BoundsSpec.AsInitial(), WeightsReader::bounds);
    var initialWeights =
        presetOf(
            "initial-weights",
            "{uniform: 1}",
            new InitialWeights.Uniform(List.of(1.0)),
            WeightsReader::initialWeights);
    Optional<TrainingSpec> training = TrainingReader.read(root, stop);
    Optional<TuningSpec> tuning = root.child("tuning").flatMap(TuningReader::read);
    Cadence cadence = root.child("measure").flatMap(BudgetReader::cadence).orElse(Cadence.never());
    List<Metric> metrics = root.child("metrics").map(this::metrics).orElse(Metric.PRESET);
    Optional<DecideBy> decideBy =
        root.child("decide-by")
            .flatMap(field -> DecisionReader.read(field, targets, metrics, cadence));
    if (!root.reading().complaints().isEmpty()) {
      return Optional.empty();
    }
    return root.make(
        () ->
            new StudySpec(
                name,
                question,
                seed,
                (int) repeats,
                budget,
                targets,
                stop.atLastTarget(),
                loss,
                problems,
                validation,
                networks,
                activations,
                optimizers,
                weightPolicies,
                bounds,
                initialWeights,
                cadence,
                metrics,
                training.orElseThrow(),
                decideBy,
                tuning));
  }

  private Optional<String> name(Field field) {
    String name = field.scalar();
    if (name == null || !name.matches(NAME)) {
      field.expected("lower kebab-case such as my-study");
      return Optional.empty();
    }
    return Optional.of(name);
  }

  private String question(Field field) {
    if (field.isScalar()) {
      return field.scalar() == null ? "" : field.scalar();
    }
    field.expected("a sentence such as \"Which pair is faster?\"");
    return "";
  }

  private List<Double> targets(Field field) {
    if (field.isSequence() && field.items().isEmpty()) {
      return List.of();
    }
    return GridReader.numbers(field).stream()
        .sorted(Comparator.reverseOrder())
        .collect(Collectors.toUnmodifiableList());
  }

  private List<Metric> metrics(Field field) {
    Map<String, Metric> words = words(Stream.of(Metric.values()), Metric::id);
    List<Metric> metrics =
        read(field.someItems("metrics: [loss, best-loss]"), item -> item.oneOf(words));
    words.values().stream()
        .filter(metric -> Collections.frequency(metrics, metric) > 1)
        .forEach(metric -> field.complain("\"metrics\" names " + metric.id() + " twice"));
    return metrics;
  }

  private static <T> Map<String, T> words(Stream<T> values, Function<T, String> id) {
    Map<String, T> words = new LinkedHashMap<>();
    values.forEach(value -> words.put(id.apply(value), value));
    return words;
  }

  /** Of a problem with several scalings there are several, all of them in its place. */
  private List<ProblemSpec> problems() {
    List<ProblemSpec> problems = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    Optional<Field> field = root.required("problems", "problems: [xor]");
    List<Field> items = field.map(list -> list.someItems("problems: [xor]")).orElse(List.of());
    for (int i = 0; i < items.size(); i++) {
      List<ProblemSpec> variants = ProblemReader.read(items.get(i));
      problems.addAll(variants);
      places.addAll(Collections.nCopies(variants.size(), i));
    }
    if (problems.size() > items.size()) {
      root.reading().repeat("problems", places);
    }
    return problems;
  }

  /** A list that must name at least one. */
  private <T> List<T> listOf(String key, String example, Function<Field, Optional<T>> reader) {
    return root.required(key, example)
        .map(field -> read(field.someItems(example), reader))
        .orElse(List.of());
  }

  /** A list that may be left out or empty. */
  private <T> List<T> anyOf(String key, Function<Field, Optional<T>> reader) {
    return root.child(key).map(field -> read(field.items(), reader)).orElse(List.of());
  }

  /** A list that has one preset element. */
  private <T> List<T> presetOf(
      String key, String example, T preset, Function<Field, Optional<T>> reader) {
    return root.child(key)
        .map(field -> read(field.someItems(key + ": [" + example + "]"), reader))
        .orElse(List.of(preset));
  }

  private static <T> List<T> read(List<Field> items, Function<Field, Optional<T>> reader) {
    List<T> values = new ArrayList<>();
    items.forEach(item -> reader.apply(item).ifPresent(values::add));
    return values;
  }
}
