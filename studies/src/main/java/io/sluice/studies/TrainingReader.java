package io.sluice.studies;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.text.NearestWord;
import io.sluice.spi.Hyperparameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads how training proceeds. A list in a value stands for as many variants. */
final class TrainingReader {

  private static final String BATCHES = "full, {size: 8} or {size: [8, 32], order: fixed}";
  private static final String SCHEDULE = "cosine or {id: step, every: 100, gamma: 0.5}";
  private static final String CLIPPING = "none, {norm: 1} or {value: 0.5}";
  private static final String WEIGHT_DECAY = "none, {l2: 0.01} or {decoupled: 0.01, of: all}";

  private TrainingReader() {}

  /**
   * Reads the keys of a study that say it.
   *
   * @param stop what the key stop says
   */
  static Optional<TrainingSpec> read(Field root, StopReader stop) {
    TrainingSpec preset = TrainingSpec.PRESET;
    List<Batches> batches =
        list(
            root,
            "batches",
            "full, {size: 8}",
            preset.batches(),
            TrainingReader::batches,
            Batches::label);
    List<Schedule> schedules =
        list(
            root,
            "schedules",
            "constant, cosine",
            preset.schedules(),
            TrainingReader::schedules,
            Schedule::label);
    List<Clipping> clippings =
        list(
            root,
            "clipping",
            "none, {norm: 1}",
            preset.clippings(),
            TrainingReader::clippings,
            Clipping::label);
    List<WeightDecay> decays =
        list(
            root,
            "weight-decay",
            "none, {l2: 0.01}",
            preset.weightDecays(),
            TrainingReader::weightDecays,
            WeightDecay::label);
    Map<String, Metric> words = new LinkedHashMap<>();
    for (Metric metric : List.of(Metric.LOSS, Metric.VALIDATION_LOSS)) {
      words.put(metric.id(), metric);
    }
    Metric monitor =
        root.child("monitor").flatMap(field -> field.oneOf(words)).orElse(preset.monitor());
    if (!root.reading().complaints().isEmpty()) {
      return Optional.empty();
    }
    return root.make(
        () ->
            new TrainingSpec(
                batches,
                schedules,
                clippings,
                decays,
                stop.divergence(),
                stop.patience(),
                monitor));
  }

  private static <T> List<T> list(
      Field root,
      String key,
      String example,
      List<T> preset,
      Function<Field, List<T>> reader,
      Function<T, String> label) {
    Optional<Field> field = root.child(key);
    if (field.isEmpty()) {
      return preset;
    }
    List<T> all = new ArrayList<>();
    for (Field item : field.get().someItems(key + ": [" + example + "]")) {
      for (T found : reader.apply(item)) {
        if (all.contains(found)) {
          item.complain('"' + key + "\" names " + label.apply(found) + " twice");
        }
        all.add(found);
      }
    }
    return all;
  }

  private static List<Batches> batches(Field field) {
    if ("full".equals(field.scalar())) {
      return List.of(Batches.FULL);
    }
    if (!field.isMapping()) {
      return refused(field, "batches are written as " + BATCHES);
    }
    field.allowOnly(List.of("size", "order"));
    Map<String, Batches.Order> orders = new LinkedHashMap<>();
    for (Batches.Order order : Batches.Order.values()) {
      orders.put(order.id(), order);
    }
    List<Batches.Order> chosen = new ArrayList<>();
    if (field.has("order")) {
      field
          .child("order")
          .orElseThrow()
          .someItems("order: shuffled")
          .forEach(item -> item.oneOf(orders).ifPresent(chosen::add));
    } else {
      chosen.add(Batches.Order.SHUFFLED);
    }
    List<Batches> all = new ArrayList<>();
    Optional<Field> sizes = field.required("size", "{size: 8}");
    for (Field size : sizes.map(sized -> sized.someItems("size: 8")).orElse(List.of())) {
      size.whole(1, Integer.MAX_VALUE, "8")
          .ifPresent(rows -> chosen.forEach(o -> all.add(new Batches(rows.intValue(), o))));
    }
    return all;
  }

  private static List<Clipping> clippings(Field field) {
    Map<String, Clipping.Kind> kinds = new LinkedHashMap<>();
    kinds.put("norm", Clipping.Kind.NORM);
    kinds.put("value", Clipping.Kind.VALUE);
    return limits(field, "clipping", CLIPPING, Clipping.NONE, kinds, "", Clipping::new);
  }

  private static List<WeightDecay> weightDecays(Field field) {
    Map<String, WeightDecay.Kind> kinds = new LinkedHashMap<>();
    kinds.put("l2", WeightDecay.Kind.L2);
    kinds.put("decoupled", WeightDecay.Kind.DECOUPLED);
    Map<String, WeightDecay.Of> words = new LinkedHashMap<>();
    for (WeightDecay.Of of : WeightDecay.Of.values()) {
      words.put(of.id(), of);
    }
    List<WeightDecay.Of> chosen = new ArrayList<>();
    field
        .child("of")
        .ifPresent(
            of ->
                of.someItems("of: matrices")
                    .forEach(item -> item.oneOf(words).ifPresent(chosen::add)));
    if (!field.has("of")) {
      chosen.add(WeightDecay.Of.MATRICES);
    }
    return limits(
            field,
            "a weight decay",
            WEIGHT_DECAY,
            WeightDecay.NONE,
            kinds,
            "of",
            (kind, rate) -> new WeightDecay(kind, rate))
        .stream()
        .flatMap(
            decay ->
                field.isScalar()
                    ? Stream.of(decay)
                    : chosen.stream().map(of -> new WeightDecay(decay.kind(), decay.rate(), of)))
        .toList();
  }

  /** {@code none}, or a kind with its number or numbers, and maybe another key besides. */
  private static <K, T> List<T> limits(
      Field field,
      String noun,
      String example,
      T none,
      Map<String, K> kinds,
      String besides,
      BiFunction<K, Double, T> maker) {
    if ("none".equals(field.scalar())) {
      return List.of(none);
    }
    if (!field.isMapping() || field.keys().isEmpty()) {
      return refused(field, noun + " is written as " + example);
    }
    Set<String> allowed = new LinkedHashSet<>(kinds.keySet());
    if (!besides.isEmpty()) {
      allowed.add(besides);
    }
    field.allowOnly(allowed);
    if (field.keys().stream().filter(kinds::containsKey).count() != 1) {
      field.complain(noun + " is one of " + String.join(", ", kinds.keySet()) + ": " + example);
      return List.of();
    }
    List<T> all = new ArrayList<>();
    kinds.forEach(
        (key, kind) ->
            field
                .child(key)
                .ifPresent(
                    number ->
                        GridReader.numbers(number)
                            .forEach(
                                value ->
                                    number
                                        .make(() -> maker.apply(kind, value))
                                        .ifPresent(all::add))));
    return all;
  }

  private static List<Schedule> schedules(Field field) {
    Map<String, Schedule> presets = new LinkedHashMap<>();
    Schedule.all().forEach(schedule -> presets.put(schedule.id(), schedule));
    if (field.isScalar()) {
      return field.oneOf(presets).map(List::of).orElse(List.of());
    }
    if (!field.isMapping()) {
      return refused(field, "a schedule is written as " + SCHEDULE);
    }
    Optional<Schedule> preset = field.required("id", SCHEDULE).flatMap(id -> id.oneOf(presets));
    if (preset.isEmpty()) {
      return List.of();
    }
    List<Map<String, Double>> variants = new ArrayList<>();
    Map<String, Double> values = new LinkedHashMap<>();
    preset.get().hyperparameters().forEach(h -> values.put(h.name(), h.value()));
    variants.add(values);
    for (String key : field.keys()) {
      if (!key.equals("id")) {
        variants = with(variants, field.child(key).orElseThrow(), key, preset.get());
      }
    }
    List<Schedule> all = new ArrayList<>();
    variants.forEach(v -> field.make(() -> preset.get().with(v)).ifPresent(all::add));
    return all;
  }

  private static List<Map<String, Double>> with(
      List<Map<String, Double>> variants, Field field, String key, Schedule schedule) {
    List<String> names = schedule.hyperparameters().stream().map(Hyperparameter::name).toList();
    int index = names.indexOf(key);
    if (index < 0) {
      field.complain(
          schedule.id()
              + " has no hyper-parameter \""
              + key
              + '"'
              + NearestWord.hint(key, names)
              + "; it has "
              + String.join(", ", names));
      return List.of();
    }
    List<Map<String, Double>> longer = new ArrayList<>();
    List<Double> values = GridReader.numbers(field);
    for (double value : values) {
      String complaint = schedule.hyperparameters().get(index).complaint(value);
      if (!complaint.isEmpty()) {
        field.complain(complaint);
      }
    }
    for (Map<String, Double> shorter : variants) {
      for (double value : values) {
        Map<String, Double> variant = new LinkedHashMap<>(shorter);
        variant.put(key, value);
        longer.add(variant);
      }
    }
    return longer;
  }

  private static <T> List<T> refused(Field field, String message) {
    field.complain(message + ", not as " + field.node().describe());
    return List.of();
  }
}
