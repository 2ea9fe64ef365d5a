package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

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
import io.sluice.engine.study.Keep;
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
      key("study", "the name")
          .like("study: my-study")
          .needed(
              Codec.like("[a-z0-9]+(-[a-z0-9]+)*", "lower kebab-case such as my-study"),
              StudySpec::name);

  private static final Key<StudySpec, String> QUESTION =
      key("question", "what the study asks, a sentence")
          .like("question: Which pair is faster?")
          .leftOut("empty")
          .preset(
              Codec.text("a sentence such as \"Which pair is faster?\"")
                  .orShort(
                      Field::isScalar,
                      field -> Optional.of(Optional.ofNullable(field.scalar()).orElse(""))),
              StudySpec::question,
              "");

  private static final Key<StudySpec, Optional<DecideBy>> DECIDE_BY =
      key("decide-by", "which target or metric decides, [see below](#what-decides)")
          .like("decide-by: {target: 1e-3}")
          .leftOut("picked from the data")
          .optional(DecisionKeys.DECISION, StudySpec::decideBy);

  private static final Key<StudySpec, Long> SEED =
      key("seed", "decides every random number")
          .like("seed: 42")
          .preset(Codec.whole(Long.MIN_VALUE, Long.MAX_VALUE, "42"), StudySpec::seed, 1L);

  private static final Key<StudySpec, Integer> REPEATS =
      key("repeats", "how many seeds each cell is run with")
          .like("repeats: 50")
          .preset(Codec.integer(1, Integer.MAX_VALUE, "20"), StudySpec::repeats, 20);

  private static final Key<StudySpec, Budget> BUDGET =
      key("budget", "what a trial may spend, [see below](#budget)")
          .like("budget: {steps: 1000}")
          .leftOut("`3000`")
          .preset(BudgetKeys.BUDGET, StudySpec::budget, BudgetKeys.PRESET);

  private static final Key<StudySpec, List<Double>> TARGETS =
      key("targets", "the losses whose first hits are timed, in any order, none twice")
          .like("targets: [1e-2, 1e-3, 1e-6]")
          .preset(
              Codec.grid(GridReader::numbers)
                  .as(
                      targets -> targets.stream().sorted(Comparator.reverseOrder()).toList(),
                      targets -> targets)
                  .orShort(
                      field -> field.isSequence() && field.items().isEmpty(),
                      field -> Optional.of(List.of())),
              StudySpec::targets,
              List.of(1e-2, 1e-3));

  private static final Key<StudySpec, BudgetKeys.Stop> STOP =
      key("stop", "when a trial ends, [see below](#stop)")
          .like("stop: budget")
          .preset(BudgetKeys.STOP, StudyKeys::stop, BudgetKeys.Stop.PRESET);

  private static final Key<StudySpec, Metric> MONITOR =
      TrainingKeys.MONITOR.of(StudySpec::training);

  private static final Key<StudySpec, Loss> LOSS =
      key("loss", "how outputs are compared with data, [see below](#loss)")
          .like("loss: mae")
          .preset(LossKeys.LOSS, StudySpec::loss, Loss.MSE);

  private static final Key<StudySpec, List<ProblemSpec>> PROBLEMS =
      key("problems", "what is minimised, [see below](#problems)")
          .like("problems: [xor]")
          .needed(ProblemKeys.PROBLEMS, StudySpec::problems);

  private static final Key<StudySpec, Validation> VALIDATION =
      key(
              "validation",
              "which rows of each problem are kept from training, [see below](#validation)")
          .like("validation: 0.25")
          .preset(ValidationKeys.VALIDATION, StudySpec::validation, Validation.NONE);

  private static final Key<StudySpec, List<NetworkSpec>> NETWORKS =
      key("networks", "the networks, for problems with data, [see below](#networks)")
          .like("networks: {hidden: [16, 16]}")
          .leftOut("none")
          .preset(NetworkKeys.NETWORK.any(), StudySpec::networks, List.of());

  private static final Key<StudySpec, List<ActivationSpec>> ACTIVATIONS =
      key("activations", "their activations, [see below](#activations)")
          .like("activations: all")
          .leftOut("none")
          .preset(ActivationKeys.ACTIVATION.any(), StudySpec::activations, List.of());

  private static final Key<StudySpec, List<ComponentSpec>> OPTIMIZERS =
      key("optimizers", "the optimizers, [see below](#components)")
          .like("optimizers: [adam]")
          .needed(ComponentKeys.OPTIMIZERS.some("optimizers: [adam]"), StudySpec::optimizers);

  private static final Key<StudySpec, List<WeightPolicy>> WEIGHT_POLICIES =
      key(
              "weight-policies",
              "what happens to a weight at its bounds, [see below](#weight-policies)")
          .like("weight-policies: [none, clip]")
          .preset(
              Codec.oneOf(List.of(WeightPolicy.values()), WeightPolicy::id)
                  .some("weight-policies: [none]"),
              StudySpec::weightPolicies,
              List.of(WeightPolicy.NONE));

  private static final Key<StudySpec, List<BoundsSpec>> BOUNDS =
      key("bounds", "where the bounds are, [see below](#bounds)")
          .like("bounds: {lower: -1, upper: 2}")
          .preset(
              WeightKeys.BOUND.some("bounds: [initial]"),
              StudySpec::bounds,
              List.of(new BoundsSpec.AsInitial()));

  private static final Key<StudySpec, List<InitialWeights>> INITIAL_WEIGHTS =
      key("initial-weights", "where weights start, [see below](#initial-weights)")
          .like("initial-weights: {explicit: [0.1, -0.2, 0.3, 0]}")
          .preset(
              WeightKeys.INITIAL.some("initial-weights: [{uniform: 1}]"),
              StudySpec::initialWeights,
              List.of(new InitialWeights.Uniform(List.of(1.0))));

  private static final Key<StudySpec, List<Batches>> BATCHES =
      TrainingKeys.BATCHES.of(StudySpec::training);
  private static final Key<StudySpec, List<Schedule>> SCHEDULES =
      TrainingKeys.SCHEDULES.of(StudySpec::training);
  private static final Key<StudySpec, List<Clipping>> CLIPPING =
      TrainingKeys.CLIPPING.of(StudySpec::training);
  private static final Key<StudySpec, List<WeightDecay>> WEIGHT_DECAY =
      TrainingKeys.WEIGHT_DECAY.of(StudySpec::training);

  private static final Key<StudySpec, Optional<TuningSpec>> TUNING =
      key("tuning", "hyper-parameters of optimizers that are chosen before, [see below](#tuning)")
          .like("tuning: {learning-rate: [0.01, 0.1]}")
          .optional(TuningKeys.TUNING, StudySpec::tuning);

  private static final Key<StudySpec, Cadence> MEASURE =
      key("measure", "when to measure, [see below](#measure)")
          .like("measure: {per-decade: 10}")
          .preset(BudgetKeys.MEASURE, StudySpec::cadence, Cadence.never());

  private static final Key<StudySpec, List<Metric>> METRICS =
      key("metrics", "what is measured then, [see below](#metrics)")
          .like("metrics: [loss, accuracy]")
          .preset(
              Codec.oneOf(List.of(Metric.values()), Metric::id)
                  .typed("ids of metrics")
                  .some("metrics: [loss, best-loss]")
                  .unless(StudyKeys::twice),
              StudySpec::metrics,
              Metric.PRESET);

  private static final Key<StudySpec, Keep> KEEP =
      key("keep", "what is kept of the trials, [see below](#keep)")
          .like("keep: summaries")
          .quiet()
          .preset(KeepKeys.KEEP, StudySpec::keep, Keep.TRIALS);

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
          MONITOR,
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
          METRICS,
          KEEP);

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

  private static BudgetKeys.Stop stop(StudySpec study) {
    TrainingSpec training = study.training();
    return new BudgetKeys.Stop(
        study.stopAtLastTarget(), training.divergence(), training.patience());
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
            given.get(STOP).divergence(),
            given.get(STOP).patience(),
            given.get(MONITOR)),
        given.get(DECIDE_BY),
        given.get(TUNING),
        given.get(KEEP));
  }

  private static Optional<String> twice(List<Metric> metrics) {
    return metrics.stream()
        .filter(metric -> Collections.frequency(metrics, metric) > 1)
        .findFirst()
        .map(metric -> "\"metrics\" names " + metric.id() + " twice");
  }
}
