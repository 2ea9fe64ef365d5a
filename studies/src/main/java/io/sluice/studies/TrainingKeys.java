package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.Metric;
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

  private static final Codec<List<Double>> LIMITS =
      Codec.variants().typed("a number above 0, a list or a range");

  private static final Key<Batches, List<Integer>> SIZE =
      key("size", "so many rows in each batch")
          .like("{size: 8}")
          .needed(
              Codec.integer(1, Integer.MAX_VALUE, "8").each("size: 8"),
              batches -> List.of(batches.size()));

  private static final Key<Batches, List<Batches.Order>> ORDER =
      key("order", "shuffled for each epoch, once for each repeat, or in the order of the data")
          .preset(
              Codec.oneOf(List.of(Batches.Order.values()), Batches.Order::id)
                  .each("order: shuffled"),
              batches -> List.of(batches.order()),
              List.of(Batches.Order.SHUFFLED));

  static final Section<Batches> BATCH = Section.of(SIZE, ORDER);

  static final Key<TrainingSpec, List<Batches>> BATCHES =
      factor(
          key("batches", "over which rows gradients are taken, [see below](#batches)")
              .like("batches: [full, {size: 8}]"),
          new Codec<List<Batches>>("keys", TrainingKeys::batches, all -> BATCH.write(all.get(0)))
              .orWord("full", List.of(Batches.FULL)),
          Batches::label,
          TrainingSpec::batches);

  static final Key<TrainingSpec, List<Schedule>> SCHEDULES =
      factor(
          key("schedules", "how the learning rate changes with time, [see below](#schedules)")
              .like("schedules: [constant, cosine]"),
          new ConfiguredCodec<>(
                  "a schedule",
                  "cosine or {id: step, every: 100, gamma: 0.5}",
                  "\"id\" is missing, for example ",
                  Schedule.all(),
                  Schedule::with,
                  GridReader::numbers)
              .codec()
              .orWord(Schedule.CONSTANT.id(), List.of(Schedule.CONSTANT)),
          Schedule::label,
          TrainingSpec::schedules);

  private static final Ways<List<Clipping>> CLIPPINGS =
      Ways.<List<Clipping>>of("clipping is one of norm, value: none, {norm: 1} or {value: 0.5}")
          .or(
              "norm",
              "the largest Euclidean norm of a gradient",
              LIMITS,
              each(limit -> new Clipping(Clipping.Kind.NORM, limit)),
              one(clipping -> clipping.kind() == Clipping.Kind.NORM, Clipping::limit))
          .or(
              "value",
              "the largest absolute value of each slope",
              LIMITS,
              each(limit -> new Clipping(Clipping.Kind.VALUE, limit)),
              one(clipping -> clipping.kind() == Clipping.Kind.VALUE, Clipping::limit));

  static final Section<List<Clipping>> CLIP = CLIPPINGS.section();

  static final Key<TrainingSpec, List<Clipping>> CLIPPING =
      factor(
          key("clipping", "how large a gradient may be, [see below](#clipping)")
              .like("clipping: [none, {norm: 1}]"),
          CLIPPINGS
              .as("keys", refusing("clipping is", "none, {norm: 1} or {value: 0.5}"))
              .orWord("none", List.of(Clipping.NONE)),
          Clipping::label,
          TrainingSpec::clippings);

  private static final Ways<List<WeightDecay>> DECAYS =
      Ways.<List<WeightDecay>>of(
              "a weight decay is one of l2, decoupled: none, {l2: 0.01} or {decoupled: 0.01, of: all}")
          .or(
              "l2",
              "the share of each weight that is added to its slope",
              LIMITS,
              each(rate -> new WeightDecay(WeightDecay.Kind.L2, rate)),
              one(decay -> decay.kind() == WeightDecay.Kind.L2, WeightDecay::rate))
          .or(
              "decoupled",
              "the share of each weight that is taken off beside the update",
              LIMITS,
              each(rate -> new WeightDecay(WeightDecay.Kind.DECOUPLED, rate)),
              one(decay -> decay.kind() == WeightDecay.Kind.DECOUPLED, WeightDecay::rate));

  private static final Key<List<WeightDecay>, List<WeightDecay.Of>> OF =
      key("of", "which parameters are pulled: the weights of matrices, or all that is trained")
          .preset(
              Codec.oneOf(List.of(WeightDecay.Of.values()), WeightDecay.Of::id)
                  .each("of: matrices"),
              variants -> List.of(variants.get(0).of()),
              List.of(WeightDecay.Of.MATRICES));

  static final Section<List<WeightDecay>> DECAY = DECAYS.section().and(Section.of(OF));

  static final Key<TrainingSpec, List<WeightDecay>> WEIGHT_DECAY =
      factor(
          key("weight-decay", "what pulls weights towards 0, [see below](#weight-decay)")
              .like("weight-decay: [none, {l2: 0.01}]"),
          DECAYS
              .with(
                  OF,
                  "keys",
                  refusing("a weight decay is", "none, {l2: 0.01} or {decoupled: 0.01, of: all}"),
                  TrainingKeys::decays)
              .orWord("none", List.of(WeightDecay.NONE)),
          WeightDecay::label,
          TrainingSpec::weightDecays);

  static final Key<TrainingSpec, Metric> MONITOR =
      key(
              "monitor",
              "which loss must fall, for `patience` and `reduce-on-plateau`, [see below](#stop)")
          .like("monitor: validation-loss")
          .quiet()
          .preset(
              Codec.oneOf(List.of(Metric.LOSS, Metric.VALIDATION_LOSS), Metric::id),
              TrainingSpec::monitor,
              TrainingSpec.PRESET.monitor());

  private TrainingKeys() {}

  /** A key whose values make cells, each of them once. */
  private static <T> Key<TrainingSpec, List<T>> factor(
      KeyName told,
      Codec<List<T>> variants,
      Function<T, String> label,
      Function<TrainingSpec, List<T>> part) {
    Codec<List<T>> codec = Codec.distinct(variants, told.example(), "names", label);
    return told.preset(codec, part, part.apply(TrainingSpec.PRESET));
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
        field.complain(noun + " written as " + example + ", not as " + field.node().describe());
  }

  private static Optional<List<Batches>> batches(Field field) {
    if (!field.isMapping()) {
      refusing("batches are", "full, {size: 8} or {size: [8, 32], order: fixed}").accept(field);
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

  private static List<WeightDecay> decays(List<WeightDecay> rates, List<WeightDecay.Of> all) {
    return rates.stream()
        .flatMap(one -> all.stream().map(of -> new WeightDecay(one.kind(), one.rate(), of)))
        .toList();
  }
}
