package io.sluice.studies;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.DecideBy;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a study, one after the other. */
final class StudyKeys {

  private static final Key<StudySpec, String> STUDY =
      Key.required(
          "study",
          Codec.like("[a-z0-9]+(-[a-z0-9]+)*", "lower kebab-case such as my-study"),
          StudySpec::name,
          "study: my-study",
          "the name");

  private static final Key<StudySpec, String> QUESTION =
      Key.<StudySpec, String>preset(
              "question",
              Codec.text("a sentence such as \"Which pair is faster?\"")
                  .orShort(
                      Field::isScalar,
                      field -> Optional.of(Optional.ofNullable(field.scalar()).orElse(""))),
              StudySpec::question,
              "",
              "question: Which pair is faster?",
              "what the study asks, a sentence")
          .leftOut("empty");

  private static final Key<StudySpec, Optional<DecideBy>> DECIDE_BY =
      Key.<StudySpec, DecideBy>optional(
              "decide-by",
              DecisionKeys.DECISION,
              StudySpec::decideBy,
              "decide-by: {target: 1e-3}",
              "which target or metric decides, [see below](#what-decides)")
          .leftOut("picked from the data");

  private static final Key<StudySpec, Long> SEED =
      Key.preset(
          "seed",
          Codec.whole(Long.MIN_VALUE, Long.MAX_VALUE, "42"),
          StudySpec::seed,
          1L,
          "seed: 42",
          "decides every random number");

  private static final Key<StudySpec, Integer> REPEATS =
      Key.preset(
          "repeats",
          Codec.integer(1, Integer.MAX_VALUE, "20"),
          StudySpec::repeats,
          20,
          "repeats: 50",
          "how many seeds each cell is run with");

  private static final Key<StudySpec, Budget> BUDGET =
      Key.<StudySpec, Budget>preset(
              "budget",
              BudgetKeys.BUDGET,
              StudySpec::budget,
              BudgetKeys.PRESET,
              "budget: {steps: 1000}",
              "what a trial may spend, [see below](#budget)")
          .leftOut("`3000`");

  private static final Key<StudySpec, List<Double>> TARGETS =
      Key.preset(
          "targets",
          Codec.grid(GridReader::numbers)
              .as(
                  targets -> targets.stream().sorted(Comparator.reverseOrder()).toList(),
                  targets -> targets)
              .orShort(
                  field -> field.isSequence() && field.items().isEmpty(),
                  field -> Optional.of(List.of())),
          StudySpec::targets,
          List.of(1e-2, 1e-3),
          "targets: [1e-2, 1e-3, 1e-6]",
          "the losses whose first hits are timed, in any order, none twice");

  private static final Key<StudySpec, BudgetKeys.Stop> STOP =
      Key.preset(
          "stop",
          BudgetKeys.STOP,
          study -> new BudgetKeys.Stop(study.stopAtLastTarget(), study.training().divergence()),
          BudgetKeys.Stop.PRESET,
          "stop: budget",
          "when a trial ends, [see below](#stop)");

  private static final Key<StudySpec, Loss> LOSS =
      Key.preset(
          "loss",
          new ConfiguredCodec<>(
                  "a loss",
                  "mse or {id: huber, delta: 0.5}",
                  "a loss needs the key \"id\": it is written as ",
                  Loss.all(),
                  Loss::with,
                  field -> field.number("0.5").map(List::of).orElse(List.of()))
              .codec()
              .as(variants -> variants.get(0), List::of),
          StudySpec::loss,
          Loss.MSE,
          "loss: mae",
          "how outputs are compared with data, [see below](#loss)");

  private static final Key<StudySpec, List<ProblemSpec>> PROBLEMS =
      Key.required(
          "problems",
          ProblemKeys.PROBLEMS,
          StudySpec::problems,
          "problems: [xor]",
          "what is minimised, [see below](#problems)");

  private static final Codec<Double> SHARE =
      Codec.number("0.25")
          .only(share -> share >= 0 && share < 1, "a share from 0 to below 1 such as 0.25");

  private static final Key<Validation, Double> LAST =
      Key.required("last", SHARE, Validation::share, "{last: 0.25}", "the last rows are kept");

  static final Section<Validation> VALIDATIONS = Section.of(LAST);

  private static final Codec<Validation> LAST_ROWS =
      VALIDATIONS.as("a key", Field::isMapping, given -> Validation.last(given.get(LAST)));

  private static final Key<StudySpec, Validation> VALIDATION =
      Key.preset(
          "validation",
          new Codec<>(
              SHARE.type() + " or a key",
              field ->
                  field.isMapping()
                      ? LAST_ROWS.read(field)
                      : SHARE.read(field).map(Validation::random),
              validation -> validation.last() ? VALIDATIONS.write(validation) : validation.share()),
          StudySpec::validation,
          Validation.NONE,
          "validation: 0.25",
          "which rows of each problem are kept from training, [see below](#validation)");

  private static final Key<StudySpec, List<NetworkSpec>> NETWORKS =
      Key.<StudySpec, List<NetworkSpec>>preset(
              "networks",
              NetworkKeys.NETWORK.any(),
              StudySpec::networks,
              List.of(),
              "networks: {hidden: [16, 16]}",
              "the networks, for problems with data, [see below](#networks)")
          .leftOut("none");

  private static final Key<StudySpec, List<ActivationSpec>> ACTIVATIONS =
      Key.<StudySpec, List<ActivationSpec>>preset(
              "activations",
              ActivationKeys.ACTIVATION.any(),
              StudySpec::activations,
              List.of(),
              "activations: all",
              "their activations, [see below](#activations)")
          .leftOut("none");

  private static final Key<StudySpec, List<ComponentSpec>> OPTIMIZERS =
      Key.required(
          "optimizers",
          ComponentKeys.codec("an optimizer", "adam or {id: adam, learning-rate: 0.01}")
              .some("optimizers: [adam]"),
          StudySpec::optimizers,
          "optimizers: [adam]",
          "the optimizers, [see below](#components)");

  private static final Key<StudySpec, List<WeightPolicy>> WEIGHT_POLICIES =
      Key.preset(
          "weight-policies",
          Codec.oneOf(List.of(WeightPolicy.values()), WeightPolicy::id)
              .some("weight-policies: [none]"),
          StudySpec::weightPolicies,
          List.of(WeightPolicy.NONE),
          "weight-policies: [none, clip]",
          "what happens to a weight at its bounds, [see below](#weight-policies)");

  private static final Key<StudySpec, List<BoundsSpec>> BOUNDS =
      Key.preset(
          "bounds",
          WeightKeys.BOUND.some("bounds: [initial]"),
          StudySpec::bounds,
          List.of(new BoundsSpec.AsInitial()),
          "bounds: {lower: -1, upper: 2}",
          "where the bounds are, [see below](#bounds)");

  private static final Key<StudySpec, List<InitialWeights>> INITIAL_WEIGHTS =
      Key.preset(
          "initial-weights",
          WeightKeys.INITIAL.some("initial-weights: [{uniform: 1}]"),
          StudySpec::initialWeights,
          List.of(new InitialWeights.Uniform(List.of(1.0))),
          "initial-weights: {explicit: [0.1, -0.2, 0.3, 0]}",
          "where weights start, [see below](#initial-weights)");

  private static final Key<StudySpec, List<Batches>> BATCHES =
      TrainingKeys.BATCHES.of(StudySpec::training);
  private static final Key<StudySpec, List<Schedule>> SCHEDULES =
      TrainingKeys.SCHEDULES.of(StudySpec::training);
  private static final Key<StudySpec, List<Clipping>> CLIPPING =
      TrainingKeys.CLIPPING.of(StudySpec::training);
  private static final Key<StudySpec, List<WeightDecay>> WEIGHT_DECAY =
      TrainingKeys.WEIGHT_DECAY.of(StudySpec::training);

  private static final Key<StudySpec, Optional<TuningSpec>> TUNING =
      Key.optional(
          "tuning",
          TuningKeys.TUNING,
          StudySpec::tuning,
          "tuning: {learning-rate: [0.01, 0.1]}",
          "hyper-parameters of optimizers that are chosen before, [see below](#tuning)");

  private static final Key<StudySpec, Cadence> MEASURE =
      Key.preset(
          "measure",
          BudgetKeys.MEASURE,
          StudySpec::cadence,
          Cadence.never(),
          "measure: {per-decade: 10}",
          "when to measure, [see below](#measure)");

  private static final Key<StudySpec, List<Metric>> METRICS =
      Key.preset(
          "metrics",
          Codec.oneOf(List.of(Metric.values()), Metric::id)
              .typed("ids of metrics")
              .some("metrics: [loss, best-loss]")
              .unless(StudyKeys::twice),
          StudySpec::metrics,
          Metric.PRESET,
          "metrics: [loss, accuracy]",
          "what is measured then, [see below](#metrics)");

  /** Every key a study can have, in the order of the documentation and of what is written. */
  static final Section<StudySpec> KEYS =
      Section.of(
          STUDY,
          QUESTION,
          DECIDE_BY,
          SEED,
          REPEATS,
          BUDGET,
          TARGETS,
          STOP,
          LOSS,
          PROBLEMS,
          VALIDATION,
          NETWORKS,
          ACTIVATIONS,
          OPTIMIZERS,
          WEIGHT_POLICIES,
          BOUNDS,
          INITIAL_WEIGHTS,
          BATCHES,
          SCHEDULES,
          CLIPPING,
          WEIGHT_DECAY,
          TUNING,
          MEASURE,
          METRICS);

  private StudyKeys() {}

  /** The study, unless something is wrong with it. */
  static Optional<StudySpec> read(Field root) {
    if (!root.isMapping()) {
      root.complain(
          "a study is keys and values such as \"study: my-study\", not " + root.node().describe());
      return Optional.empty();
    }
    Section.Given given = KEYS.read(root);
    if (Stream.of(TARGETS, METRICS, MEASURE).allMatch(given::isRight)) {
      given.get(DECIDE_BY).ifPresent(decision -> check(root, decision, given));
    }
    return root.reading().complaints().isEmpty() ? root.make(() -> made(given)) : Optional.empty();
  }

  private static void check(Field root, DecideBy decision, Section.Given given) {
    Field field = root.child(DECIDE_BY.name()).orElseThrow();
    DecisionKeys.check(field, decision, given.get(TARGETS), given.get(METRICS), given.get(MEASURE));
  }

  private static StudySpec made(Section.Given given) {
    return new StudySpec(
        given.get(STUDY),
        given.get(QUESTION),
        given.get(SEED),
        given.get(REPEATS),
        given.get(BUDGET),
        given.get(TARGETS),
        given.get(STOP).atLastTarget(),
        given.get(LOSS),
        given.get(PROBLEMS),
        given.get(VALIDATION),
        given.get(NETWORKS),
        given.get(ACTIVATIONS),
        given.get(OPTIMIZERS),
        given.get(WEIGHT_POLICIES),
        given.get(BOUNDS),
        given.get(INITIAL_WEIGHTS),
        given.get(MEASURE),
        given.get(METRICS),
        new TrainingSpec(
            given.get(BATCHES),
            given.get(SCHEDULES),
            given.get(CLIPPING),
            given.get(WEIGHT_DECAY),
            given.get(STOP).divergence()),
        given.get(DECIDE_BY),
        given.get(TUNING));
  }

  private static Optional<String> twice(List<Metric> metrics) {
    return metrics.stream()
        .filter(metric -> Collections.frequency(metrics, metric) > 1)
        .findFirst()
        .map(metric -> "\"metrics\" names " + metric.id() + " twice");
  }
}
