package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.TrainingSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Parts;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is measured layer by layer, against its formulas. */
class LayerMetricsTest {

  private static final double RATE = 0.05;

  /** Two rows, two hidden units, one linear output; no biases. */
  private static StudyBuilder pair(String activation, Double... weights) {
    return new StudyBuilder()
        .repeats(1)
        .budget(new Budget(4, Budget.Unit.STEPS, 3))
        .problems(data(new double[][] {{1}, {0.1}}, new double[][] {{0.3}, {-0.2}}))
        .networks(NetworkSpec.dense(List.of(2), false, false))
        .activations(activation)
        .optimizers(component("sgd", "learning-rate", RATE))
        .initial(new InitialWeights.Explicit(List.of(weights)))
        .cadence(Cadence.every(1));
  }

  private static ProblemSpec data(double[][] x, double[][] y) {
    return new ProblemSpec.Data("pair", Dataset.of(x, y));
  }

  private static Map<String, Double> start(StudyBuilder study) {
    return Runs.of(study).measured().get(0L);
  }

  @Test
  void aReluUnitThatNoExampleReachesIsDead() {
    StudyBuilder study =
        pair("relu", 2.0, -1.0, 0.5, 0.5)
            .metrics(Metric.DEAD, Metric.SATURATED, Metric.SLOPE_MEAN, Metric.LOSS);
    Map<String, Double> start = start(study);
    assertThat(start.keySet()).containsExactly("dead-1", "saturated-1", "slope-mean-1", "loss");
    assertThat(start).containsEntry("dead-1", 0.5).containsEntry("saturated-1", 0.5);
    assertThat(start).containsEntry("slope-mean-1", 0.5);
  }

  @Test
  void aReluUnitThatOneExampleReachesIsNotDead() {
    StudyBuilder study =
        pair("relu", 2.0, -1.0, 0.5, 0.5)
            .problems(data(new double[][] {{1}, {-0.1}}, new double[][] {{0}, {0}}))
            .metrics(Metric.DEAD, Metric.SATURATED, Metric.SLOPE_MEAN);
    assertThat(start(study))
        .containsExactly(
            Map.entry("dead-1", 0.0),
            Map.entry("saturated-1", 0.5),
            Map.entry("slope-mean-1", 0.5));
  }

  /** The sums are 3, 0.3 and -1, -0.1: the slope of tanh is below 0.05 beyond ±2.178. */
  @Test
  void tanhIsSaturatedWhereItsSlopeIsBelowTheLimit() {
    StudyBuilder study =
        pair("tanh", 3.0, -1.0, 0.5, 0.5).metrics(Metric.SATURATED, Metric.DEAD, Metric.SLOPE_MEAN);
    Map<String, Double> start = start(study);
    double mean =
        Arrays.stream(new double[] {3, 0.3, 1, 0.1}).map(x -> Math.pow(Math.cosh(x), -2)).sum() / 4;
    assertThat(start).containsEntry("saturated-1", 0.25).containsEntry("dead-1", 0.0);
    assertThat(start.get("slope-mean-1")).isCloseTo(mean, within(1e-15));
  }

  @Test
  void theSizeOfASlopeCountsAndNotItsSign() {
    StudyBuilder study = pair("sine", 3.0, 3.0, 0.5, 0.5).metrics(Metric.SLOPE_MEAN);
    assertThat(start(study).get("slope-mean-1"))
        .isCloseTo((-Math.cos(3) + Math.cos(0.3)) / 2, within(1e-15));
  }

  @Test
  void slopesThatAreNoNumbersGiveNone() {
    StudyBuilder study =
        pair("tanh", 3.0, -1.0, 0.5, 0.5)
            .problems(data(new double[][] {{1}, {1e308}}, new double[][] {{0}, {0}}))
            .networks(NetworkSpec.dense(List.of(1, 1), false, false))
            .activations("sine")
            .initial(new InitialWeights.Explicit(List.of(100.0, 1.0, 1.0)))
            .metrics(Metric.SATURATED, Metric.DEAD, Metric.SLOPE_MEAN);
    assertThat(start(study)).hasSize(6).allSatisfy((name, value) -> assertThat(value).isNaN());
  }

  @Test
  void onlyActivatedLayersHaveSlopesAndOnlyTrainedOnesGradients() {
    NetworkSpec network =
        new NetworkSpec(
            List.of(
                LayerSpec.dense(3, true),
                new LayerSpec(3, true, OptionalDouble.empty(), true, Parts.of(0, false, false))),
            LayerSpec.dense(0, true),
            false);
    StudyBuilder study =
        pair("tanh")
            .networks(network)
            .initial(new InitialWeights.Uniform(List.of(1.0)))
            .metrics(Metric.GRADIENT_NORM, Metric.DEAD, Metric.UPDATE_RATIO);
    Map<Long, Map<String, Double>> measured = Runs.of(study).measured();
    assertThat(measured.get(0L).keySet())
        .containsExactly("gradient-norm-1", "gradient-norm-3", "dead-1", "dead-2");
    assertThat(measured.get(1L).keySet())
        .containsExactly(
            "gradient-norm-1",
            "gradient-norm-3",
            "dead-1",
            "dead-2",
            "update-ratio-1",
            "update-ratio-3");
  }

  /** The whole gradient, whatever the optimizer is given, by the weights the trial ended with. */
  @Test
  void gradientNormsAreThoseOfFiniteDifferences() {
    NetworkSpec network =
        new NetworkSpec(
            List.of(
                LayerSpec.dense(3, true),
                new LayerSpec(3, true, OptionalDouble.empty(), false, Parts.of(2, true, true))),
            LayerSpec.dense(0, true),
            false);
    StudyBuilder study =
        pair("bent")
            .problems(new ProblemSpec.BuiltIn("", component("sin3x", "points", 7.0)))
            .networks(network)
            .activations(
                new ActivationSpec(List.of(ComponentSpec.of("bent")), Optional.of(Sharing.UNIT)))
            .initial(new InitialWeights.Uniform(List.of(0.8)))
            .metrics(Metric.GRADIENT_NORM);
    assertNormsAreThoseByHand(study);
    assertNormsAreThoseByHand(study.batches(new Batches(3, Batches.Order.SHUFFLED)));
    assertNormsAreThoseByHand(study.clipping(new Clipping(Clipping.Kind.NORM, 0.01)));
    assertNormsAreThoseByHand(
        study
            .training(TrainingSpec.PRESET)
            .optimizers(component("sampler", "size", 3.0))
            .bounds(new BoundsSpec.Explicit(-1, 1)));
  }

  private static void assertNormsAreThoseByHand(StudyBuilder study) {
    Runs runs = Runs.of(study);
    Map<String, Double> last = runs.measured().get(4L);
    double[] norms = normsByHand(runs.plan().cells().get(0), runs);
    assertThat(last).hasSize(norms.length);
    for (int layer = 0; layer < norms.length; layer++) {
      assertThat(last.get("gradient-norm-" + (layer + 1))).isCloseTo(norms[layer], within(1e-8));
    }
  }

  private static double[] normsByHand(TrialSetup setup, Runs runs) {
    Task.Fit task = (Task.Fit) setup.task();
    double[] weights = runs.laboratory().trainedWeights(runs.plan(), 0);
    double[] squares = new double[task.network().layers().size()];
    task.network()
        .groups()
        .forEach(
            group -> {
              for (int i = group.first(); i < group.first() + group.count(); i++) {
                double slope = slopeByHand(task, weights, i);
                squares[group.layer()] += slope * slope;
              }
            });
    return Arrays.stream(squares).map(Math::sqrt).toArray();
  }

  private static double slopeByHand(Task.Fit task, double[] weights, int i) {
    double[] moved = weights.clone();
    double h = 1e-5;
    moved[i] = weights[i] + h;
    double above = lossByHand(task, moved);
    moved[i] = weights[i] - h;
    return (above - lossByHand(task, moved)) / (2 * h);
  }

  private static double lossByHand(Task.Fit task, double[] weights) {
    double total = 0;
    for (int row = 0; row < task.data().rows(); row++) {
      double error =
          NetworkByHand.output(task.network(), weights, task.data(), row)[0]
              - task.data().output(row, 0);
      total += error * error;
    }
    return total / task.data().rows();
  }

  @Test
  void theUpdateOfPlainDescentIsTheRateTimesTheGradient() {
    Map<Long, Map<String, Double>> measured =
        Runs.of(
                pair("tanh", 3.0, -4.0, 0.6, 0.8)
                    .metrics(Metric.GRADIENT_NORM, Metric.UPDATE_RATIO))
            .measured();
    assertThat(measured.keySet()).containsExactly(0L, 1L, 2L, 3L, 4L);
    Map<String, Double> start = measured.get(0L);
    assertThat(start).doesNotContainKey("update-ratio-1");
    assertThat(measured.get(1L).get("update-ratio-1"))
        .isCloseTo(RATE * start.get("gradient-norm-1") / 5, within(1e-16));
    assertThat(measured.get(1L).get("update-ratio-2"))
        .isCloseTo(RATE * start.get("gradient-norm-2") / 1, within(1e-16));
  }

  @Test
  void trialsThatEndBetweenTwoMeasurementsHaveTheirLastUpdate() {
    StudyBuilder study =
        pair("tanh", 0.3, -0.4, 0.6, 0.8).metrics(Metric.LOSS, Metric.UPDATE_RATIO);
    Map<Long, Map<String, Double>> all = Runs.of(study).measured();
    double target = all.get(3L).get("loss");
    Map<Long, Map<String, Double>> stopped =
        Runs.of(study.cadence(Cadence.every(100)).targets(target).stopAtLastTarget()).measured();
    assertThat(stopped.keySet()).containsExactly(0L, 3L);
    assertThat(stopped.get(3L)).isEqualTo(all.get(3L)).hasSize(3);
  }

  @Test
  void measuringLayersCostsNothingAndChangesNothing() {
    StudyBuilder study =
        pair("tanh")
            .activations("tanh", "identity")
            .repeats(4)
            .problems(builtIn("xor"), builtIn("sin3x"))
            .targets(0.5, 0.3)
            .policies(WeightPolicy.NONE, WeightPolicy.REFLECT_FLIP)
            .initial(new InitialWeights.Uniform(List.of(1.0)))
            .optimizers(component("sgd", "learning-rate", 0.1, 1e200), ComponentSpec.of("sampler"));
    assertThat(Runs.of(study.metrics(Metric.values()).validation(0.25)).results())
        .isEqualTo(Runs.of(study.cadence(Cadence.never()).metrics(Metric.LOSS)).results());
  }

  @Test
  void normsDoNotOverflowOrVanish() {
    BlockLayout layout = new BlockLayout(3, 2, 1);
    double[] block = layout.newBlock();
    for (double scale : new double[] {1, 1e200, 1e-200, Double.MIN_VALUE}) {
      block[layout.row(1) + 1] = 3 * scale;
      block[layout.row(2) + 1] = -4 * scale;
      assertThat(norm(block, layout, 1, 3) / scale).isCloseTo(5, within(1e-14));
    }
    assertThat(norm(block, layout, 0, 1)).isZero();
    block[layout.row(1) + 1] = Double.NEGATIVE_INFINITY;
    assertThat(norm(block, layout, 0, 3)).isInfinite();
    block[layout.row(2) + 1] = Double.NaN;
    assertThat(norm(block, layout, 0, 3)).isNaN();
  }

  /** That of the second of two lanes; the first is 0. */
  private static double norm(double[] block, BlockLayout layout, int from, int to) {
    double[] norms = {-1, -1};
    EuclideanNorm.of(block, layout, from, to, 2, norms);
    assertThat(norms[0]).isZero();
    return norms[1];
  }
}
