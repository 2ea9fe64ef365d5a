package io.sluice.studies;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.WeightDecay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The keys of how training proceeds. A list in a value stands for as many variants. */
final class TrainingKeys {

  private static final Key<Batches, List<Integer>> SIZE =
      Key.required(
          "size",
          Codec.integer(1, Integer.MAX_VALUE, "8").each("size: 8"),
          batches -> List.of(batches.size()),
          "{size: 8}",
          "so many rows in each batch");

  private static final Key<Batches, List<Batches.Order>> ORDER =
      Key.preset(
          "order",
          Codec.oneOf(List.of(Batches.Order.values()), Batches.Order::id).each("order: shuffled"),
          batches -> List.of(batches.order()),
          List.of(Batches.Order.SHUFFLED),
          "order: fixed",
          "shuffled for each epoch, once for each repeat, or in the order of the data");

  static final Section<Batches> BATCH = Section.of(SIZE, ORDER);

  static final Key<TrainingSpec, List<Batches>> BATCHES =
      Key.preset(
          "batches",
          Codec.distinct(
              new Codec<List<Batches>>(
                      "keys", TrainingKeys::batches, variants -> BATCH.write(variants.get(0)))
                  .orWord("full", List.of(Batches.FULL)),
              "batches: [full, {size: 8}]",
              "names",
              Batches::label),
          TrainingSpec::batches,
          TrainingSpec.PRESET.batches(),
          "batches: [full, {size: 8}]",
          "over which rows gradients are taken, [see below](#batches)");

  static final Key<TrainingSpec, List<Schedule>> SCHEDULES =
      Key.preset(
          "schedules",
          Codec.distinct(
              new ConfiguredCodec<>(
                      "a schedule",
                      "cosine or {id: step, every: 100, gamma: 0.5}",
                      "\"id\" is missing, for example ",
                      Schedule.all(),
                      Schedule::with,
                      GridReader::numbers)
                  .codec()
                  .orWord(Schedule.CONSTANT.id(), List.of(Schedule.CONSTANT)),
              "schedules: [constant, cosine]",
              "names",
              Schedule::label),
          TrainingSpec::schedules,
          TrainingSpec.PRESET.schedules(),
          "schedules: [constant, cosine]",
          "how the learning rate changes with time, [see below](#schedules)");

  private static final Ways<List<Clipping>> CLIPPINGS =
      Ways.<List<Clipping>>of("clipping is one of norm, value: none, {norm: 1} or {value: 0.5}")
          .or(
              "norm",
              limits(),
              each(limit -> new Clipping(Clipping.Kind.NORM, limit)),
              one(clipping -> clipping.kind() == Clipping.Kind.NORM, Clipping::limit),
              "the largest Euclidean norm of a gradient")
          .or(
              "value",
              limits(),
              each(limit -> new Clipping(Clipping.Kind.VALUE, limit)),
              one(clipping -> clipping.kind() == Clipping.Kind.VALUE, Clipping::limit),
              "the largest absolute value of each slope");

  static final Section<List<Clipping>> CLIP = CLIPPINGS.section();

  static final Key<TrainingSpec, List<Clipping>> CLIPPING =
      Key.preset(
          "clipping",
          Codec.distinct(
              CLIPPINGS
                  .as("a key", refusing("clipping", "none, {norm: 1} or {value: 0.5}"))
                  .orWord("none", List.of(Clipping.NONE)),
              "clipping: [none, {norm: 1}]",
              "names",
              Clipping::label),
          TrainingSpec::clippings,
          TrainingSpec.PRESET.clippings(),
          "clipping: [none, {norm: 1}]",
          "how large a gradient may be, [see below](#clipping)");

  private static final Ways<List<WeightDecay>> DECAYS =
      Ways.<List<WeightDecay>>of(
              "a weight decay is one of l2, decoupled: none, {l2: 0.01} or {decoupled: 0.01}")
          .or(
              "l2",
              limits(),
              each(rate -> new WeightDecay(WeightDecay.Kind.L2, rate)),
              one(decay -> decay.kind() == WeightDecay.Kind.L2, WeightDecay::rate),
              "the share of each weight that is added to its slope")
          .or(
              "decoupled",
              limits(),
              each(rate -> new WeightDecay(WeightDecay.Kind.DECOUPLED, rate)),
              one(decay -> decay.kind() == WeightDecay.Kind.DECOUPLED, WeightDecay::rate),
              "the share of each weight that is taken off beside the update");

  static final Section<List<WeightDecay>> DECAY = DECAYS.section();

  static final Key<TrainingSpec, List<WeightDecay>> WEIGHT_DECAY =
      Key.preset(
          "weight-decay",
          Codec.distinct(
              DECAYS
                  .as("a key", refusing("a weight decay", "none, {l2: 0.01} or {decoupled: 0.01}"))
                  .orWord("none", List.of(WeightDecay.NONE)),
              "weight-decay: [none, {l2: 0.01}]",
              "names",
              WeightDecay::label),
          TrainingSpec::weightDecays,
          TrainingSpec.PRESET.weightDecays(),
          "weight-decay: {l2: 0.01}",
          "what pulls weights towards 0, [see below](#weight-decay)");

  private TrainingKeys() {}

  private static Codec<List<Double>> limits() {
    return Codec.variants().typed("a number above 0, a list or a range");
  }

  private static <T> Function<List<Double>, List<T>> each(Function<Double, T> maker) {
    return numbers -> numbers.stream().map(maker).toList();
  }

  /** The number of the only variant, if it is of this kind. */
  private static <T> Function<List<T>, Optional<List<Double>>> one(
      Predicate<T> kind, Function<T, Double> number) {
    return variants ->
        Optional.of(variants.get(0)).filter(kind).map(variant -> List.of(number.apply(variant)));
  }

  private static Consumer<Field> refusing(String noun, String example) {
    return field ->
        field.complain(noun + " is written as " + example + ", not as " + field.node().describe());
  }

  private static Optional<List<Batches>> batches(Field field) {
    if (!field.isMapping()) {
      field.complain(
          "batches are written as full, {size: 8} or {size: [8, 32], order: fixed}, not as "
              + field.node().describe());
      return Optional.empty();
    }
    Section.Given given = BATCH.read(field);
    if (!given.isComplete()) {
      return Optional.empty();
    }
    List<Batches> variants = new ArrayList<>();
    for (int size : given.get(SIZE)) {
      given.get(ORDER).forEach(order -> variants.add(new Batches(size, order)));
    }
    return Optional.of(variants);
  }
}
