package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final ComponentSpec SGD = component("sgd", "learning-rate", 0.05);
  private static final ComponentSpec SAMPLER = component("sampler", "size", 4.0);

  /** Output w·x without activation, from w = 1. */
  private static StudyBuilder line(double[][] x, double[][] y) {
    return new StudyBuilder()
        .repeats(1)
        .budget(new Budget(10, Budget.Unit.STEPS, 3))
        .problems(new ProblemSpec.Data("line", Dataset.of(x, y)))
        .networks(NetworkSpec.dense(List.of(), false, false))
        .activations("identity")
        .initial(new InitialWeights.Explicit(List.of(1.0)))
        .bounds(new BoundsSpec.Explicit(-2, 2))
        .cadence(Cadence.every(4));
  }

  private static StudyBuilder line() {
    return line(new double[][] {{1}, {2}, {-1}, {0.1}}, new double[][] {{1}, {1}, {0}, {1}});
  }

  @Test
  void accuracyAndR2AreThoseOfTheFormulas() {
    Map<String, Double> start =
        Runs.of(line().metrics(Metric.ACCURACY, Metric.R2, Metric.LOSS)).measured().get(0L);
    assertThat(start.keySet()).containsExactly("accuracy", "r2", "loss");
    assertThat(start.get("accuracy")).isEqualTo(0.75);
    assertThat(start.get("r2")).isCloseTo(1 - 2.81 / 0.75, within(1e-14));
    assertThat(start.get("loss")).isCloseTo(2.81 / 4, within(1e-15));
  }

  @Test
  void accuracyOfClassesCountsRows() {
    StudyBuilder study =
        line(new double[][] {{1, 0}, {0, 1}, {3, 2}}, new double[][] {{1, 0}, {1, 0}, {1, 0}})
            .initial(new InitialWeights.Explicit(List.of(1.0, 0.0, 0.0, 1.0)))
            .loss(Loss.SOFTMAX_CROSS_ENTROPY)
            .metrics(Metric.ACCURACY);
    assertThat(Runs.of(study).measured().get(0L)).containsExactly(Map.entry("accuracy", 2 / 3.0));
  }

  /** With mean squared error r2 = 1 − rows · loss / deviations, so it shows which weights count. */
  @Test
  void gradientOptimizersMeasureTheirWeightsNow() {
    Map<Long, Map<String, Double>> measured =
        Runs.of(line().optimizers(SGD).metrics(Metric.LOSS, Metric.R2)).measured();
    assertThat(measured.keySet()).containsExactly(0L, 4L, 8L, 10L);
    measured.forEach(
        (step, m) ->
            assertThat(m.get("r2")).isCloseTo(1 - 4 * m.get("loss") / 0.75, within(1e-13)));
    assertThat(measured.get(10L).get("loss")).isLessThan(measured.get(0L).get("loss"));
  }

  @Test
  void populationsMeasureTheirBestMemberSoFar() {
    StudyBuilder study =
        line()
            .optimizers(SAMPLER)
            .cadence(Cadence.every(1))
            .metrics(Metric.LOSS, Metric.BEST_LOSS, Metric.R2);
    Map<Long, Map<String, Double>> measured = Runs.of(study).measured();
    assertThat(measured).hasSize(10);
    measured.forEach(
        (step, m) ->
            assertThat(m.get("r2")).isCloseTo(1 - 4 * m.get("best-loss") / 0.75, within(1e-13)));
    assertThat(measured.values()).anyMatch(m -> m.get("loss") > m.get("best-loss"));
  }

  @Test
  void validationIsMeasuredOnTheRowsKeptFromTraining() {
    for (ComponentSpec optimizer : List.of(SGD, SAMPLER)) {
      Runs runs =
          Runs.of(
              line()
                  .optimizers(optimizer)
                  .validation(0.5)
                  .metrics(
                      Metric.VALIDATION_LOSS, Metric.VALIDATION_ACCURACY, Metric.VALIDATION_R2));
      double weight = runs.laboratory().trainedWeights(runs.plan(), 0)[0];
      Dataset kept = ((Task.Fit) runs.plan().cells().get(0).task()).validation();
      double squares = 0;
      double right = 0;
      double mean = (kept.output(0, 0) + kept.output(1, 0)) / 2;
      double deviations = 0;
      for (int row = 0; row < 2; row++) {
        double output = weight * kept.input(row, 0);
        double target = kept.output(row, 0);
        squares += (output - target) * (output - target);
        deviations += (target - mean) * (target - mean);
        right += output > 0.5 == target > 0.5 ? 1 : 0;
      }
      Map<String, Double> last = runs.measured().get(10L);
      assertThat(last.get("validation-loss")).isCloseTo(squares / 2, within(1e-15));
      assertThat(last.get("validation-accuracy")).isEqualTo(right / 2);
      if (deviations == 0) {
        assertThat(last.get("validation-r2")).isNaN();
      } else {
        assertThat(last.get("validation-r2")).isCloseTo(1 - squares / deviations, within(1e-14));
      }
    }
  }

  @Test
  void rowsKeptFromTrainingHaveNoInfluence() {
    ProblemSpec moons = new ProblemSpec.BuiltIn("moons", component("two-moons", "points", 30.0));
    StudyBuilder study =
        new StudyBuilder()
            .problems(moons)
            .networks(NetworkSpec.dense(List.of(3), false, true))
            .targets(0.2, 0.1)
            .optimizers(SGD, SAMPLER)
            .cadence(Cadence.perDecade(3))
            .validation(0.3)
            .metrics(Metric.LOSS, Metric.VALIDATION_LOSS, Metric.VALIDATION_ACCURACY);
    Runs split = Runs.of(study);
    Dataset training = ((Task.Fit) split.plan().cells().get(0).task()).data();
    assertThat(training.rows()).isEqualTo(21);
    Runs alone =
        Runs.of(
            study
                .problems(new ProblemSpec.Data("moons", training))
                .validation(0)
                .metrics(Metric.LOSS));
    List<TrialResult> results = split.results();
    assertThat(results).hasSize(6).isEqualTo(alone.results());
  }

  @Test
  void aMetricThatAProblemDoesNotHaveIsNotMeasuredThere() {
    StudyBuilder study =
        new StudyBuilder()
            .repeats(1)
            .problems(builtIn("sin3x"), builtIn("xor"), builtIn("sphere"))
            .cadence(Cadence.every(10))
            .metrics(Metric.ACCURACY, Metric.BEST_LOSS);
    Map<String, List<String>> metrics = new LinkedHashMap<>();
    for (TrialEvent event : Runs.of(study).events(1, 0)) {
      if (event instanceof TrialEvent.Measured && ((TrialEvent.Measured) event).step() == 10) {
        String problem = event.trial().cell().factor("problem");
        metrics.merge(
            problem,
            List.of(((TrialEvent.Measured) event).metric()),
            (a, b) -> List.of(a.get(0), b.get(0)));
      }
    }
    assertThat(metrics)
        .containsOnly(
            Map.entry("sin3x", List.of("best-loss")),
            Map.entry("xor", List.of("accuracy", "best-loss")),
            Map.entry("sphere", List.of("best-loss")));
  }
}
