package io.sluice.studies;

import static io.sluice.studies.Texts.SMALL;
import static io.sluice.studies.Texts.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.FanScale;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.InitialWeights.Direction;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Patience;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.Validation;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyReaderTest {

  static final String WHOLE =
      String.join(
          "\n",
          "study: my-study",
          "question: Which pair is faster?",
          "seed: 42",
          "repeats: 50",
          "budget: {forward-equivalents: 3000, gradient-cost: 2.5}",
          "targets: [1e-3, 1e-2, 1e-6]",
          "stop: {at: budget, divergence: 1e6}",
          "loss: mae",
          "problems:",
          "  - xor",
          "  - {id: single-example, x: 0.5, y: [0.5, 0.9], name: inside}",
          "  - {name: inline, x: [[0, 0], [0, 1]], y: [1, -2.5e-7]}",
          "networks:",
          "  - {hidden: [16, 8], output: activated, bias: false}",
          "  - hidden: []",
          "activations:",
          "  - relu",
          "  - {id: snake, a: [1, 5]}",
          "  - {layers: [tanh, {id: snake, a: 2}]}",
          "optimizers: [adam, {id: sgd, learning-rate: {from: 1e-3, to: 1, count: 4, scale: log},",
          "             nesterov: [true, false]}]",
          "weight-policies: [none, reflect-flip]",
          "bounds: [initial, 5, {lower: -1, upper: 2}, {from-activation: 0.05},",
          "         {from-activation: {slope: 0.1}}, {from-activation: {outputs: 0}}]",
          "initial-weights: [{uniform: [1, 10]}, {explicit: [0.1, -0.2]}]",
          "batches: [full, {size: 8}, {size: [2, 4], order: [fixed, sequential]}]",
          "schedules:",
          "  - constant",
          "  - cosine",
          "  - {id: step, every: 100, gamma: [0.5, 0.1]}",
          "  - {id: constant, warm-up: 0.1}",
          "clipping: [none, {norm: [1, 5]}, {value: 0.5}]",
          "weight-decay: [none, {l2: 0.01}, {decoupled: 0.01, of: [all, matrices]}]",
          "measure: {per-decade: 10}",
          "validation: 0.25",
          "metrics: [accuracy, loss, validation-r2]",
          "");

  @Test
  void readsAndWritesStartsThatArePairedWithCells() {
    ReadStudy read =
        read(
            "study: s\nproblems: xor\nnetworks: {hidden: [2]}\nactivations: [tanh, relu]\n"
                + "optimizers: sgd\nbudget: 10\n"
                + "initial-weights:\n  paired:\n"
                + "  - {activation: tanh, weights: [0.5, -1]}\n"
                + "  - {problem: xor, network: 2-2-1 linear, activation: relu, weights: [2]}\n");
    assertThat(read.spec().initialWeights())
        .containsExactly(
            new InitialWeights.Paired(
                List.of(
                    new InitialWeights.Pair(Map.of("activation", "tanh"), List.of(0.5, -1.0)),
                    new InitialWeights.Pair(
                        Map.of("problem", "xor", "network", "2-2-1 linear", "activation", "relu"),
                        List.of(2.0)))));
    assertThat(read(CanonicalJson.of(read.spec())).spec()).isEqualTo(read.spec());
  }

  @Test
  void readsEveryKey() {
    StudySpec spec = read(WHOLE).spec();

    assertThat(spec.name()).isEqualTo("my-study");
    assertThat(spec.question()).isEqualTo("Which pair is faster?");
    assertThat(spec.seed()).isEqualTo(42);
    assertThat(spec.repeats()).isEqualTo(50);
    assertThat(spec.budget()).isEqualTo(new Budget(3000, Budget.Unit.FORWARD_EQUIVALENTS, 2.5));
    assertThat(spec.targets()).containsExactly(1e-2, 1e-3, 1e-6);
    assertThat(spec.stopAtLastTarget()).isFalse();
    assertThat(spec.loss()).isEqualTo(Loss.MAE);
    assertThat(spec.problems())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new ProblemSpec.BuiltIn("", ComponentSpec.of("xor")),
            new ProblemSpec.BuiltIn(
                "inside",
                new ComponentSpec(
                    "single-example", Map.of("x", List.of(0.5), "y", List.of(0.5, 0.9)))),
            new ProblemSpec.Data(
                "inline",
                Dataset.of(new double[][] {{0, 0}, {0, 1}}, new double[][] {{1}, {-2.5e-7}})));
    assertThat(spec.networks())
        .containsExactly(
            NetworkSpec.dense(List.of(16, 8), true, false),
            NetworkSpec.dense(List.of(), false, true));
    assertThat(spec.activations())
        .containsExactly(
            ActivationSpec.of(ComponentSpec.of("relu")),
            ActivationSpec.of(new ComponentSpec("snake", Map.of("a", List.of(1.0, 5.0)))),
            new ActivationSpec(
                List.of(
                    ComponentSpec.of("tanh"),
                    new ComponentSpec("snake", Map.of("a", List.of(2.0))))));
    assertThat(spec.optimizers())
        .containsExactly(
            ComponentSpec.of("adam"),
            new ComponentSpec(
                "sgd",
                Map.of(
                    "learning-rate",
                    List.of(0.001, 0.01, 0.1, 1.0),
                    "nesterov",
                    List.of(1.0, 0.0))));
    assertThat(spec.weightPolicies()).containsExactly(WeightPolicy.NONE, WeightPolicy.REFLECT_FLIP);
    assertThat(spec.bounds())
        .containsExactly(
            new BoundsSpec.AsInitial(),
            new BoundsSpec.Explicit(-5, 5),
            new BoundsSpec.Explicit(-1, 2),
            new BoundsSpec.FromActivation(0.05),
            new BoundsSpec.FromActivation(BoundsSpec.Reading.SLOPE, 0.1),
            new BoundsSpec.FromActivation(BoundsSpec.Reading.OUTPUTS, 0));
    assertThat(spec.initialWeights())
        .containsExactly(
            new InitialWeights.Uniform(List.of(1.0, 10.0)),
            new InitialWeights.Explicit(List.of(0.1, -0.2)));
    assertThat(spec.cadence()).isEqualTo(Cadence.perDecade(10));
    assertThat(spec.validation()).isEqualTo(Validation.random(0.25));
    assertThat(spec.metrics()).containsExactly(Metric.ACCURACY, Metric.LOSS, Metric.VALIDATION_R2);
  }

  @Test
  void readsHowTrainingProceeds() {
    TrainingSpec training = read(WHOLE).spec().training();

    assertThat(training.batches())
        .extracting(Batches::label)
        .containsExactly(
            "full", "8 shuffled", "2 fixed", "2 sequential", "4 fixed", "4 sequential");
    assertThat(training.schedules())
        .extracting(Schedule::label)
        .containsExactly(
            "constant",
            "cosine",
            "step(every=100 gamma=0.5)",
            "step(every=100)",
            "constant(warm-up=0.1)");
    assertThat(training.clippings())
        .containsExactly(
            Clipping.NONE,
            new Clipping(Clipping.Kind.NORM, 1),
            new Clipping(Clipping.Kind.NORM, 5),
            new Clipping(Clipping.Kind.VALUE, 0.5));
    assertThat(training.weightDecays())
        .containsExactly(
            WeightDecay.NONE,
            new WeightDecay(WeightDecay.Kind.L2, 0.01),
            new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.01, WeightDecay.Of.ALL),
            new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.01));
    assertThat(training.divergence()).isEqualTo(1e6);
  }

  @Test
  void stopIsAWordOrAMapping() {
    assertThat(read(SMALL + "stop: budget").spec().stopAtLastTarget()).isFalse();
    assertThat(read(SMALL + "stop: {divergence: 5}").spec().stopAtLastTarget()).isTrue();
    assertThat(read(SMALL + "stop: {divergence: 5}").spec().training().divergence()).isEqualTo(5);
    assertThat(read(SMALL + "stop: {at: budget}").spec())
        .isEqualTo(read(SMALL + "stop: budget").spec());
  }

  @Test
  void whatStandsStillIsLookedAtByPatienceAndSchedules() {
    ReadStudy study =
        read(
            SMALL
                + "stop: {patience: 5, min-delta: 1e-4}\nmonitor: validation-loss\nschedules:"
                + " [reduce-on-plateau, {id: reduce-on-plateau, factor: [0.5, 0.2], patience: 3}]\n");
    TrainingSpec training = study.spec().training();
    assertThat(training.patience()).isEqualTo(new Patience(5, 1e-4));
    assertThat(training.monitor()).isEqualTo(Metric.VALIDATION_LOSS);
    assertThat(training.schedules())
        .extracting(Schedule::label)
        .containsExactly(
            "reduce-on-plateau",
            "reduce-on-plateau(factor=0.5 patience=3)",
            "reduce-on-plateau(factor=0.2 patience=3)");
    assertThat(study.canonicalJson())
        .contains(
            "\"stop\":{\"at\":\"last-target\",\"patience\":5,\"min-delta\":0.0001},"
                + "\"monitor\":\"validation-loss\",",
            "{\"id\":\"reduce-on-plateau\",\"factor\":0.1,\"patience\":10,"
                + "\"min-delta\":0.0001,\"warm-up\":0}");
    assertThat(read(study.canonicalJson()).spec()).isEqualTo(study.spec());
    assertThat(read(SMALL).spec().training().patience()).isEqualTo(Patience.NONE);
    assertThat(read(SMALL).canonicalJson()).doesNotContain("monitor", "patience");
  }

  @Test
  void aLossIsAnIdOrAnIdWithItsNumber() {
    assertThat(read(SMALL + "loss: log-cosh").spec().loss()).isEqualTo(Loss.LOG_COSH);
    assertThat(read(SMALL + "loss: huber").spec().loss()).isEqualTo(Loss.huber(1));
    assertThat(read(SMALL + "loss: {id: huber}").spec().loss()).isEqualTo(Loss.huber(1));
    ReadStudy study = read(SMALL + "loss: {id: huber, delta: 0.5}");
    assertThat(study.spec().loss()).isEqualTo(Loss.huber(0.5));
    assertThat(study.canonicalJson()).contains("\"loss\":{\"id\":\"huber\",\"delta\":0.5}");
    assertThat(read(study.canonicalJson()).spec()).isEqualTo(study.spec());
  }

  @Test
  void fillsInWhatIsLeftOut() {
    StudySpec spec = read("study: s\nproblems: hilly\noptimizers: adamm\n").spec();

    assertThat(spec)
        .isEqualTo(
            new StudySpec(
                "s",
                "",
                1,
                20,
                Budget.of(3000),
                List.of(1e-2, 1e-3),
                true,
                Loss.MSE,
                List.of(new ProblemSpec.BuiltIn("", ComponentSpec.of("hilly"))),
                Validation.NONE,
                List.of(),
                List.of(),
                List.of(ComponentSpec.of("adamm")),
                List.of(WeightPolicy.NONE),
                List.of(new BoundsSpec.AsInitial()),
                List.of(new InitialWeights.Uniform(List.of(1.0))),
                Cadence.never(),
                Metric.PRESET));
  }

  @Test
  void initialWeightsAreNumbersOrASchemeWithItsValues() {
    String text =
        SMALL
            + "initial-weights: [{normal: [0.1, 0.5]}, he-normal, {id: glorot-uniform, gain: [1, 2]},"
            + " orthogonal, variance-preserving, {id: variance-preserving, direction: [backward,"
            + " forward]}, random-walk, {id: edge-of-chaos, bias-deviation: {from: 0, to: 1, count:"
            + " 3}}]\n";
    ReadStudy study = read(text);
    assertThat(study.spec().initialWeights())
        .containsExactly(
            new InitialWeights.Normal(List.of(0.1, 0.5)),
            new InitialWeights.Scaled(FanScale.HE_NORMAL, List.of(1.0)),
            new InitialWeights.Scaled(FanScale.GLOROT_UNIFORM, List.of(1.0, 2.0)),
            new InitialWeights.Orthogonal(List.of(1.0)),
            new InitialWeights.VariancePreserving(List.of(Direction.FORWARD)),
            new InitialWeights.VariancePreserving(List.of(Direction.BACKWARD, Direction.FORWARD)),
            new InitialWeights.RandomWalk(),
            new InitialWeights.EdgeOfChaos(List.of(0.0, 0.5, 1.0)));
    assertThat(study.canonicalJson())
        .contains(
            "\"initial-weights\":[{\"normal\":[0.1,0.5]},{\"id\":\"he-normal\",\"gain\":[1]},"
                + "{\"id\":\"glorot-uniform\",\"gain\":[1,2]},{\"id\":\"orthogonal\",\"gain\":[1]},"
                + "{\"id\":\"variance-preserving\",\"direction\":[\"forward\"]},"
                + "{\"id\":\"variance-preserving\",\"direction\":[\"backward\",\"forward\"]},"
                + "{\"id\":\"random-walk\"},"
                + "{\"id\":\"edge-of-chaos\",\"bias-deviation\":[0,0.5,1]}]");
    assertThat(read(study.canonicalJson()).spec()).isEqualTo(study.spec());
  }

  @Test
  void everyScaleHasItsWord() {
    for (FanScale scale : FanScale.values()) {
      assertThat(read(SMALL + "initial-weights: " + scale.id()).spec().initialWeights())
          .containsExactly(new InitialWeights.Scaled(scale, List.of(1.0)));
    }
  }

  @Test
  void aSingleItemIsAListOfOne() {
    String single =
        "study: s\nproblems: xor\nnetworks: {hidden: 3}\nactivations: all\noptimizers: {id: adam}\n"
            + "weight-policies: clip\nbounds: 2\ninitial-weights: {uniform: 3}\ntargets: 0.1\n";
    String lists =
        "study: s\nproblems: [xor]\nnetworks: [{hidden: [3]}]\nactivations: [all]\n"
            + "optimizers: [adam]\nweight-policies: [clip]\nbounds: [{lower: -2, upper: 2}]\n"
            + "initial-weights: [{uniform: [3]}]\ntargets: [0.1]\n";

    assertThat(read(single).spec()).isEqualTo(read(lists).spec());
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01",
    "1e-2, 0.01",
    "1E-2, 0.01",
    "'\"1e-2\"', 0.01",
    ".5, 0.5",
    "5., 5",
    "+1e3, 1000",
    "010, 10",
    "-0.25, -0.25"
  })
  void numbersAreDecimalInWhateverWayTheyAreWritten(String written, double number) {
    String text = SMALL.replace("adam", "{id: adam, learning-rate: " + written + "}");

    assertThat(read(text).spec().optimizers().get(0).values())
        .containsExactly(Map.entry("learning-rate", List.of(number)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{steps: 1e3}", "{steps: 1000}", "{steps: 1000.0}"})
  void wholeNumbersMayBeWrittenWithAnExponent(String budget) {
    assertThat(read(SMALL + "budget: " + budget).spec().budget())
        .isEqualTo(new Budget(1000, Budget.Unit.STEPS, 3));
  }

  @Test
  void aBudgetMayCountEvaluationsOrNameOnlyTheCostOfAGradient() {
    assertThat(read(SMALL + "budget: {evaluations: 70}").spec().budget())
        .isEqualTo(new Budget(70, Budget.Unit.EVALUATIONS, 3));
    assertThat(read(SMALL + "budget: {gradient-cost: 2}").spec().budget())
        .isEqualTo(new Budget(3000, Budget.Unit.FORWARD_EQUIVALENTS, 2));
  }

  @ParameterizedTest
  @CsvSource({"none, 0, 0", "{every: 7}, 7, 0", "{per-decade: 4}, 0, 4"})
  void measuresAtACadence(String written, int every, int perDecade) {
    assertThat(read(SMALL + "measure: " + written).spec().cadence())
        .isEqualTo(new Cadence(every, perDecade));
  }

  @Test
  void targetsMayBeARangeOrNone() {
    assertThat(read(SMALL + "targets: {from: 1e-3, to: 1, count: 4, scale: log}").spec().targets())
        .containsExactly(1.0, 0.1, 0.01, 0.001);
    assertThat(read(SMALL + "targets: []").spec().targets()).isEmpty();
  }

  @Test
  void seedsUseAllBitsOfALong() {
    assertThat(read(SMALL + "seed: -9223372036854775808").spec().seed()).isEqualTo(Long.MIN_VALUE);
    assertThat(read(SMALL + "seed: 9007199254740993").spec().seed()).isEqualTo(9007199254740993L);
  }

  @Test
  void jsonIsTheSameModel() {
    String json =
        "{\n\t\"study\": \"small\",\n\t\"problems\": [\"xor\"],\n\t\"optimizers\": \"adam\","
            + "\n\t\"question\": \"\\u00fc\\ud83d\\ude00\\/\", \"networks\": []}";

    assertThat(read(json).spec()).isEqualTo(read(SMALL + "question: ü😀/").spec());
    assertThat(read(json).locate("optimizers[0]")).isEqualTo("s.yaml:4:16");
  }

  @Test
  void flowStyleThatIsNotJsonIsYaml() {
    assertThat(read("{\"study\": small, problems: [xor], optimizers: adam}").spec())
        .isEqualTo(read(SMALL).spec());
  }

  @Test
  void lineEndsAndByteOrderMarkDoNotMatter() {
    assertThat(read("\uFEFF" + SMALL.replace("\n", "\r\n")).spec()).isEqualTo(read(SMALL).spec());
  }

  @Test
  void locatesPathsOrTheirLongestKnownPart() {
    ReadStudy study = read(WHOLE);

    assertThat(study.locate("optimizers[1].learning-rate")).isEqualTo("s.yaml:20:45");
    assertThat(study.locate("optimizers[1].momentum")).isEqualTo("s.yaml:20:20");
    assertThat(study.locate("optimizers[0].momentum.x")).isEqualTo("s.yaml:20:14");
    assertThat(study.locate("activations[2].layers[1].a")).isEqualTo("s.yaml:19:36");
    assertThat(study.locate("problems[1].y")).isEqualTo("s.yaml:11:37");
    assertThat(study.locate("problems[0]")).isEqualTo("s.yaml:10:5");
    assertThat(study.locate("networks[1].hidden")).isEqualTo("s.yaml:15:13");
    assertThat(study.locate("weight-policies[1]")).isEqualTo("s.yaml:22:25");
    assertThat(study.locate("bounds[0]")).isEqualTo("s.yaml:23:10");
    assertThat(study.locate("initial-weights[0]")).isEqualTo("s.yaml:25:19");
    assertThat(study.locate("budget")).isEqualTo("s.yaml:5:9");
    assertThat(study.locate("targets")).isEqualTo("s.yaml:6:10");
    assertThat(study.locate("nowhere[3].at-all")).isEqualTo("s.yaml");
    assertThat(study.locate("")).isEqualTo("s.yaml");
  }

  @Test
  void aSingleItemIsLocatedAsElementZero() {
    assertThat(read(SMALL).locate("optimizers[0].learning-rate")).isEqualTo("s.yaml:3:13");
  }
}
