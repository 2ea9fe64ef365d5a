package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.probe.Probes;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.Features;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Preparation;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.Scaling;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.TrialEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What studies measure of trained networks and of how gradients turn. */
class ProbeMetricsTest {

  private static final Metric[] PROBES =
      Stream.of(Metric.values())
          .filter(metric -> Probes.of(metric).isPresent())
          .filter(metric -> metric != Metric.PIECES && metric != Metric.CURVE_ERROR)
          .toArray(Metric[]::new);

  private static StudyBuilder xor() {
    return new StudyBuilder()
        .problems(builtIn("xor"))
        .repeats(1)
        .budget(new Budget(40, Budget.Unit.STEPS, 3))
        .networks(NetworkSpec.dense(List.of(4), false, true))
        .optimizers(component("sgd", "learning-rate", 0.2))
        .cadence(Cadence.every(20));
  }

  @Test
  void aStudyNamesProbesLikeOtherMetrics() {
    Map<Long, Map<String, Double>> measured = Runs.of(xor().metrics(PROBES)).measured();
    assertThat(measured.keySet()).containsExactly(0L, 20L, 40L);
    assertThat(measured.get(40L).keySet())
        .containsExactly(
            "weight-movement-1",
            "weight-movement-2",
            "folding-gap",
            "affine-gap",
            "second-difference",
            "linear-floor",
            "separability",
            "input-separability",
            "boundary-flatness",
            "linearisation-gap",
            "tangent-alignment",
            "tangent-change");
    Map<String, Double> start = measured.get(0L);
    assertThat(start)
        .containsEntry("weight-movement-1", 0.0)
        .containsEntry("tangent-change", 0.0)
        .containsEntry("input-separability", 0.75);
    assertThat(start.get("linear-floor")).isCloseTo(1, within(1e-15));
    Map<String, Double> end = measured.get(40L);
    assertThat(end.get("weight-movement-1")).isPositive();
    assertThat(end.get("tangent-change")).isPositive();
    assertThat(end.get("linearisation-gap")).isPositive();
    assertThat(end.get("linear-floor")).isEqualTo(start.get("linear-floor"));
  }

  /** An identity network comes to the floor, which is that of its data. */
  @Test
  void linearNetworksComeDownToTheFloor() {
    StudyBuilder study =
        xor()
            .problems(builtIn("abs"))
            .activations("identity")
            .budget(new Budget(400, Budget.Unit.STEPS, 3))
            .metrics(Metric.LOSS, Metric.LINEAR_FLOOR, Metric.AFFINE_GAP, Metric.PIECES);
    Map<String, Double> end = Runs.of(study).measured().get(400L);
    assertThat(end.get("loss")).isCloseTo(end.get("linear-floor"), within(1e-6));
    assertThat(end.get("linear-floor")).isGreaterThan(0.05);
    assertThat(end).containsEntry("pieces", 1.0);
  }

  /** The same, whoever stands beside it in the block and whoever is done before it. */
  @ParameterizedTest
  @ValueSource(strings = {"sgd", "sampler", "looker"})
  void lanesAndThreadsChangeNoProbe(String optimizer) {
    StudyBuilder study =
        xor()
            .repeats(3)
            .problems(
                builtIn("xor"),
                builtIn("sin3x"),
                StudyBuilder.example("one", 0.3, 0.5),
                StudyBuilder.example("two", 0.6, -0.5))
            .activations("tanh", "bent", "identity")
            .optimizers(ComponentSpec.of(optimizer))
            .bounds(new BoundsSpec.Explicit(-2, 2))
            .targets(0.9, 0.2)
            .stopAtLastTarget()
            .cadence(Cadence.every(15))
            .metrics(
                Stream.of(Metric.values())
                    .filter(metric -> !metric.isOfValidation())
                    .filter(metric -> metric != Metric.BOUND_CONTACTS)
                    .filter(metric -> metric.firstStep() == 0 || optimizer.equals("sgd"))
                    .toArray(Metric[]::new));
    List<TrialEvent> alone = Runs.of(study).events(1, 1);
    assertThat(Runs.of(study).events(2, 7)).isEqualTo(alone);
    assertThat(alone).hasSizeGreaterThan(500);
  }

  @Test
  void theLargestErrorIsThatOfARow() {
    StudyBuilder study =
        xor()
            .problems(
                new ProblemSpec.Data(
                    "line",
                    Dataset.of(new double[][] {{1}, {2}, {-1}}, new double[][] {{0}, {4.5}, {-2}})))
            .networks(NetworkSpec.dense(List.of(), false, false))
            .initial(new InitialWeights.Explicit(List.of(1.0)))
            .metrics(Metric.SUP_ERROR);
    assertThat(Runs.of(study).measured().get(0L)).containsExactly(Map.entry("sup-error", 2.5));
    Map<String, Double> both =
        Runs.of(study.validation(0.3).metrics(Metric.SUP_ERROR, Metric.VALIDATION_SUP_ERROR))
            .measured()
            .get(0L);
    assertThat(Math.max(both.get("sup-error"), both.get("validation-sup-error"))).isEqualTo(2.5);
    assertThat(both.get("sup-error")).isNotEqualTo(both.get("validation-sup-error"));
  }

  /** Through −1, −1/2, 0, 1/2 and 1 a broken line is at most h²/4 = 1/16 away from x². */
  private static StudyBuilder brokenLine(ProblemSpec problem) {
    return xor()
        .problems(problem)
        .activations("relu")
        .initial(
            new InitialWeights.Explicit(
                List.of(1.0, 1.0, 1.0, 1.0, 1.0, 0.5, 0.0, -0.5, -1.5, 1.0, 1.0, 1.0, 1.0)))
        .metrics(Metric.SUP_ERROR, Metric.CURVE_ERROR);
  }

  private static ComponentSpec parabola(double noise) {
    return new ComponentSpec(
        "polynomial",
        Map.of(
            "points", List.of(5.0),
            "c1", List.of(0.0),
            "c2", List.of(1.0),
            "c3", List.of(0.0),
            "noise", List.of(noise)));
  }

  @Test
  void aBrokenLineThroughTheRowsIsAwayFromTheCurveBetweenThem() {
    StudyBuilder study = brokenLine(new ProblemSpec.BuiltIn("", parabola(0)));
    assertThat(Runs.of(study).measured().get(0L))
        .containsExactly(Map.entry("sup-error", 0.0), Map.entry("curve-error", 0.0625));
  }

  @Test
  void theCurveHasNoNoise() {
    StudyBuilder study = brokenLine(new ProblemSpec.BuiltIn("", parabola(0.5)));
    Map<String, Double> start = Runs.of(study).measured().get(0L);
    assertThat(start).containsEntry("curve-error", 0.0625);
    assertThat(start.get("sup-error")).isGreaterThan(0.1);
  }

  /** 4 x² goes from 0 to 4 over the rows, so it becomes x². */
  @Test
  void theCurveIsScaledAsTheRowsAre() {
    ComponentSpec four = StudyBuilder.both(parabola(0), component("polynomial", "c2", 4.0));
    Preparation scaled = Preparation.scale(Scaling.NONE, Scaling.MIN_MAX);
    assertThat(Runs.of(brokenLine(new ProblemSpec.BuiltIn("", four, scaled))).measured().get(0L))
        .containsExactly(Map.entry("sup-error", 0.0), Map.entry("curve-error", 0.0625));
    assertThat(Runs.of(brokenLine(new ProblemSpec.BuiltIn("", four))).measured().get(0L))
        .containsExactly(Map.entry("sup-error", 3.0), Map.entry("curve-error", 3.0));
  }

  /** A linear network of x and x² is the parabola itself, and one of x alone 1 away from it. */
  @Test
  void theCurveGetsTheFeaturesOfTheRows() {
    Preparation products = Preparation.NONE.with(Optional.of(new Features.Products(2)));
    StudyBuilder study =
        brokenLine(new ProblemSpec.BuiltIn("", parabola(0), products))
            .networks(NetworkSpec.dense(List.of(), false, false));
    assertThat(
            Runs.of(study.initial(new InitialWeights.Explicit(List.of(0.0, 1.0))))
                .measured()
                .get(0L))
        .containsExactly(Map.entry("sup-error", 0.0), Map.entry("curve-error", 0.0));
    assertThat(
            Runs.of(study.initial(new InitialWeights.Explicit(List.of(0.0, 0.0))))
                .measured()
                .get(0L))
        .containsExactly(Map.entry("sup-error", 1.0), Map.entry("curve-error", 1.0));
  }

  @Test
  void theDepthRatioIsOfTheOuterLayersWithParameters() {
    StudyBuilder study =
        xor()
            .networks(NetworkSpec.dense(List.of(4, 3, 2), false, true))
            .metrics(Metric.GRADIENT_NORM, Metric.DEPTH_RATIO);
    Runs.of(study)
        .measured()
        .values()
        .forEach(
            m ->
                assertThat(m.get("depth-ratio"))
                    .isEqualTo(m.get("gradient-norm-1") / m.get("gradient-norm-4")));
    assertThat(Runs.of(study.metrics(Metric.DEPTH_RATIO)).measured().get(0L)).hasSize(1);
  }

  /** f = (w x − 0)² from x = 1: with the rate r the gradient is multiplied by 1 − 2 r each time. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.4, 0.6, 0.9})
  void onAParabolaGradientsKeepOrReverseTheirDirection(double rate) {
    StudyBuilder study =
        xor()
            .problems(StudyBuilder.example("parabola", 1, 0))
            .networks(NetworkSpec.dense(List.of(), false, false))
            .initial(new InitialWeights.Explicit(List.of(1.0)))
            .optimizers(component("sgd", "learning-rate", rate))
            .budget(new Budget(4, Budget.Unit.STEPS, 3))
            .cadence(Cadence.every(1))
            .metrics(Metric.LOSS, Metric.GRADIENT_COSINE);
    Map<Long, Map<String, Double>> measured = Runs.of(study).measured();
    assertThat(measured.get(0L)).containsOnlyKeys("loss");
    assertThat(measured.get(1L)).containsOnlyKeys("loss");
    for (long step = 2; step <= 4; step++) {
      assertThat(measured.get(step)).containsEntry("gradient-cosine", rate < 0.5 ? 1.0 : -1.0);
    }
  }

  /** Plain descent moves along gradients, so successive differences of weights have their angle. */
  @Test
  void theCosineIsThatOfTheLastTwoUpdatesOfPlainDescent() {
    double[][] weights = new double[4][];
    for (int steps = 1; steps <= 3; steps++) {
      Runs runs = Runs.of(xor().budget(new Budget(steps, Budget.Unit.STEPS, 3)));
      weights[steps] = runs.laboratory().trainedWeights(runs.plan(), 0);
      weights[0] = new double[weights[steps].length];
      runs.plan().cells().get(0).startWeights(0, weights[0]);
    }
    Map<Long, Map<String, Double>> measured =
        Runs.of(
                xor()
                    .budget(new Budget(3, Budget.Unit.STEPS, 3))
                    .cadence(Cadence.every(1))
                    .metrics(Metric.GRADIENT_COSINE))
            .measured();
    for (int step = 2; step <= 3; step++) {
      double product = 0;
      double one = 0;
      double other = 0;
      for (int i = 0; i < weights[0].length; i++) {
        double last = weights[step - 1][i] - weights[step - 2][i];
        double now = weights[step][i] - weights[step - 1][i];
        product += last * now;
        one += last * last;
        other += now * now;
      }
      assertThat(measured.get((long) step).get("gradient-cosine"))
          .isCloseTo(product / Math.sqrt(one * other), within(1e-12));
    }
  }
}
