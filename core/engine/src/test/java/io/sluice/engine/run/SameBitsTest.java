package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.both;
import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static io.sluice.engine.support.StudyBuilder.schedule;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Recurrent;
import io.sluice.engine.network.RecurrentCell;
import io.sluice.engine.probe.Probes;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.ActivationSpec;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.Clipping;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.LayerSpec;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.ProblemSpec;
import io.sluice.engine.study.WeightDecay;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Parts;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrainableActivation.Sharing;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SameBitsTest {

  private static final int[] LANES = {1, 3, 8, 40, 128};
  private static final int[] THREADS = {1, 2, 4};

  private static StudyBuilder study() {
    return new StudyBuilder()
        .repeats(5)
        .targets(0.5, 0.1, 0.01)
        .stopAtLastTarget()
        .cadence(Cadence.perDecade(3))
        .activations("tanh", "relu", "identity")
        .policies(WeightPolicy.NONE, WeightPolicy.CLIP, WeightPolicy.REFLECT_FLIP)
        .bounds(new BoundsSpec.AsInitial(), new BoundsSpec.Explicit(-2, 1.5))
        .initial(new InitialWeights.Uniform(List.of(1.0, 10.0)));
  }

  private static ComponentSpec[] gradientOptimizers() {
    return new ComponentSpec[] {
      component("sgd", "learning-rate", 0.05, 0.25, 1e200),
      both(
          component("momentum", "learning-rate", 0.1, 3.0),
          component("momentum", "decay", 0.5, 0.9))
    };
  }

  private static void assertSameBits(StudyBuilder study) {
    Runs runs = Runs.of(study);
    List<TrialEvent> expected = runs.events(1, 1);
    assertThat(expected).hasSizeGreaterThan((int) runs.plan().trials() * 3);
    for (int lanes : LANES) {
      for (int threads : THREADS) {
        assertThat(runs.events(threads, lanes).equals(expected))
            .as("%d lanes, %d threads", lanes, threads)
            .isTrue();
      }
    }
    assertThat(runs.events(2, 0).equals(expected)).as("the engine's choice").isTrue();
  }

  @Test
  void gradientTrialsDoNotDependOnLanesAndThreads() {
    StudyBuilder study =
        study()
            .problems(example("inside", 1, 0.5), example("outside", 1, 3), builtIn("xor"))
            .optimizers(gradientOptimizers());
    assertSameBits(study);
    List<TrialResult> results = Runs.of(study).results();
    assertThat(results).extracting(TrialResult::outcome).contains(Outcome.DIVERGED);
    assertThat(results).filteredOn(r -> r.steps() > 0 && r.steps() < 20).hasSizeGreaterThan(100);
    assertThat(results).filteredOn(r -> r.steps() == 20).hasSizeGreaterThan(100);
  }

  @Test
  void populationTrialsDoNotDependOnLanesAndThreads() {
    StudyBuilder study =
        study()
            .problems(example("inside", 1, 0.5), example("outside", 1, 3), builtIn("xor"))
            .optimizers(
                both(
                    component("sampler", "size", 1.0, 4.0, 7.0),
                    component("sampler", "width", 0.1, 1.0)));
    assertSameBits(study);
    List<TrialResult> results = Runs.of(study).results();
    assertThat(results).extracting(TrialResult::steps).contains(1L).doesNotContain(0L);
    assertThat(results).extracting(TrialResult::cost).contains(61.0).allMatch(c -> c <= 61);
  }

  @Test
  void oracleTrialsDoNotDependOnLanesAndThreads() {
    StudyBuilder study =
        study()
            .problems(example("inside", 1, 0.5), example("outside", 1, 3), builtIn("xor"))
            .networks(NetworkSpec.dense(List.of(2), false, true))
            .budget(Budget.of(120))
            .optimizers(
                both(
                    component("looker", "learning-rate", 0.05, 0.25, 1e200),
                    component("looker", "squares", 0.0, 1.0)));
    assertSameBits(study);
    assertSameBits(
        study
            .batches(new Batches(3, Batches.Order.SHUFFLED), Batches.FULL)
            .problems(builtIn("xor")));
    List<TrialResult> results = Runs.of(study).results();
    assertThat(results).extracting(TrialResult::outcome).contains(Outcome.DIVERGED);
    assertThat(results).extracting(TrialResult::cost).allMatch(c -> c <= 120);
    assertThat(results).extracting(TrialResult::steps).doesNotContain(0L);
  }

  @Test
  void wrappedTrialsDoNotDependOnLanesAndThreads() {
    ComponentSpec momentum = component("momentum", "learning-rate", 0.1, 3.0);
    ComponentSpec rule =
        ComponentSpec.rule("", "w = w - rate * g", Map.of("rate", List.of(0.05, 1e200)));
    Map<String, List<Double>> drawn = Map.of("drawn", List.of(0.0, 0.5), "share", List.of(1.0));
    StudyBuilder study =
        study()
            .repeats(2)
            .activations("tanh", "identity")
            .bounds(new BoundsSpec.AsInitial())
            .problems(example("inside", 1, 0.5), builtIn("xor"))
            .optimizers(
                new ComponentSpec("shorter", drawn, List.of(momentum, rule)),
                new ComponentSpec(
                    "shorter",
                    drawn,
                    List.of(new ComponentSpec("shorter", drawn, List.of(momentum)))),
                new ComponentSpec("uphill", Map.of(), List.of(momentum)));
    assertSameBits(study);
    List<TrialResult> results = Runs.of(study).results();
    assertThat(results).extracting(TrialResult::outcome).contains(Outcome.DIVERGED);
  }

  @Test
  void metricsDoNotDependOnLanesAndThreads() {
    ProblemSpec xor = new ProblemSpec.BuiltIn("", component("xor", "low", 0.0, 0.25));
    ProblemSpec moons = new ProblemSpec.BuiltIn("", component("two-moons", "points", 15.0));
    StudyBuilder study =
        study()
            .repeats(3)
            .problems(xor, moons)
            .networks(NetworkSpec.dense(List.of(2), false, true))
            .optimizers(
                component("sgd", "learning-rate", 0.1, 1e200),
                component("looker", "learning-rate", 0.1, 1e200),
                component("sampler", "size", 4.0))
            .validation(0.3);
    // Probes, which not every network has, are held by ProbeMetricsTest.
    assertSameBits(
        study.metrics(
            Stream.of(Metric.values())
                .filter(metric -> Probes.of(metric).isEmpty())
                .toArray(Metric[]::new)));
    assertSameBits(study.loss(Loss.huber(0.2)));
    assertSameBits(
        study
            .loss(Loss.BINARY_CROSS_ENTROPY)
            .metrics(Metric.LOSS, Metric.ACCURACY, Metric.VALIDATION_ACCURACY));
  }

  @Test
  void dataTooLargeToDifferByLaneAreSharedByTheBlock() {
    ProblemSpec curve = new ProblemSpec.BuiltIn("", component("sin3x", "points", 9.0, 12.0));
    assertSameBits(
        study()
            .problems(curve)
            .networks(
                NetworkSpec.dense(List.of(3), false, true),
                NetworkSpec.dense(List.of(2), true, false))
            .optimizers(component("sgd", "learning-rate", 0.1, 2.0), ComponentSpec.of("sampler")));
  }

  @Test
  void layersOfAllKindsDoNotDependOnLanesAndThreads() {
    OptionalDouble bias = OptionalDouble.of(0.1);
    NetworkSpec network =
        new NetworkSpec(
            List.of(
                new LayerSpec(3, true, bias, true, Parts.of(0, false, false)),
                new LayerSpec(3, true, bias, false, Parts.of(2, true, true))),
            LayerSpec.dense(0, false),
            false);
    ActivationSpec trained =
        new ActivationSpec(List.of(ComponentSpec.of("bent")), Optional.of(Sharing.UNIT));
    ProblemSpec curve = new ProblemSpec.BuiltIn("", component("sin3x", "points", 9.0));
    assertSameBits(
        study()
            .problems(curve, example("inside", 1, 0.5))
            .networks(network)
            .activations(trained)
            .optimizers(component("sgd", "learning-rate", 0.1, 2.0), ComponentSpec.of("sampler"))
            .metrics(Metric.LOSS, Metric.R2));
  }

  /** A tile has some of the rows or all, as the lanes are many or few. */
  @Test
  void recurrentLayersDoNotDependOnLanesAndThreads() {
    ProblemSpec latch =
        new ProblemSpec.BuiltIn(
            "", both(component("latch", "length", 6.0), component("latch", "points", 20.0)));
    for (RecurrentCell cell : RecurrentCell.values()) {
      LayerSpec layer =
          new LayerSpec(3, true, OptionalDouble.empty(), false, List.of(Recurrent.plain(cell, 1)));
      assertSameBits(
          study()
              .problems(latch)
              .networks(new NetworkSpec(List.of(layer), LayerSpec.dense(0, true), false))
              .activations("tanh")
              .policies(WeightPolicy.CLIP)
              .initial(new InitialWeights.Uniform(List.of(1.0)))
              .optimizers(component("sgd", "learning-rate", 0.1, 2.0), ComponentSpec.of("looker"))
              .batches(Batches.FULL, new Batches(4, Batches.Order.SHUFFLED))
              .metrics(Metric.LOSS, Metric.GRADIENT_NORM, Metric.SATURATED));
    }
  }

  @Test
  void activationsOverAllUnitsDoNotDependOnLanesAndThreads() {
    ProblemSpec curve = new ProblemSpec.BuiltIn("", component("sin3x", "points", 9.0));
    ActivationSpec mixed =
        new ActivationSpec(List.of(ComponentSpec.of("halves"), ComponentSpec.of("tanh")));
    assertSameBits(
        study()
            .problems(curve, builtIn("xor"))
            .networks(NetworkSpec.dense(List.of(4, 2), false, true))
            .activations(
                mixed,
                ActivationSpec.of(ComponentSpec.of("doubled")),
                ActivationSpec.of(ComponentSpec.of("halves")))
            .optimizers(component("sgd", "learning-rate", 0.1, 1e200), ComponentSpec.of("sampler"))
            .batches(Batches.FULL, new Batches(3, Batches.Order.SHUFFLED))
            .metrics(Metric.LOSS, Metric.GRADIENT_NORM, Metric.SLOPE_MEAN));
  }

  @Test
  void waysOfTrainingDoNotDependOnLanesAndThreads() {
    ProblemSpec curve = new ProblemSpec.BuiltIn("", component("sin3x", "points", 11.0));
    StudyBuilder study =
        study()
            .repeats(3)
            .targets(0.6, 0.3)
            .bounds(new BoundsSpec.Explicit(-2, 1.5))
            .policies(WeightPolicy.NONE, WeightPolicy.REFLECT_FLIP)
            .activations("tanh", "relu")
            .problems(builtIn("xor"), curve)
            .networks(NetworkSpec.dense(List.of(2), false, true))
            .optimizers(
                component("sgd", "learning-rate", 0.25, 1e200), ComponentSpec.of("momentum"))
            .divergence(1e6)
            .batches(
                new Batches(3, Batches.Order.SHUFFLED),
                new Batches(3, Batches.Order.FIXED),
                new Batches(3, Batches.Order.SEQUENTIAL));
    assertSameBits(study);
    assertSameBits(
        study
            .batches(Batches.FULL, new Batches(3, Batches.Order.SHUFFLED))
            .schedules(Schedule.CONSTANT, schedule("cosine", "warm-up", 3))
            .clipping(new Clipping(Clipping.Kind.NORM, 0.5), new Clipping(Clipping.Kind.NORM, 2.0))
            .weightDecay(
                WeightDecay.NONE,
                new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.1),
                new WeightDecay(WeightDecay.Kind.DECOUPLED, 0.3),
                new WeightDecay(WeightDecay.Kind.L2, 0.3)));
  }

  @Test
  void functionsDoNotDependOnLanesAndThreads() {
    assertSameBits(
        study()
            .targets(0.9, 0.7)
            .problems(
                builtIn("hilly"),
                new ProblemSpec.BuiltIn("", component("rastrigin", "dimensions", 2.0, 3.0)))
            .optimizers(component("sgd", "learning-rate", 0.01, 1.0), ComponentSpec.of("sampler")));
  }

  @Test
  void everyTrialAloneGivesItsEventsOfTheWholeRun() {
    StudyBuilder study =
        study()
            .repeats(2)
            .problems(example("inside", 1, 0.5), builtIn("xor"))
            .optimizers(
                component("sgd", "learning-rate", 0.05, 1e200),
                ComponentSpec.of("momentum"),
                ComponentSpec.of("sampler"));
    Runs runs = Runs.of(study);
    List<TrialEvent> whole = runs.events(2, 40);
    int from = 0;
    for (long index = 0; index < runs.plan().trials(); index++) {
      List<TrialEvent> alone = runs.laboratory().runTrial(runs.plan(), index);
      assertThat(whole.subList(from, from + alone.size())).isEqualTo(alone);
      from += alone.size();
    }
    assertThat(from).isEqualTo(whole.size());
  }

  @Test
  void aTrialHasTheSameResultInAStudyOfItsOwn() {
    StudyBuilder alone =
        study()
            .problems(example("inside", 1, 0.5))
            .activations("tanh")
            .optimizers(component("sgd", "learning-rate", 0.25))
            .policies(WeightPolicy.CLIP)
            .bounds(new BoundsSpec.Explicit(-2, 1.5))
            .initial(new InitialWeights.Uniform(List.of(10.0)));
    Runs one = Runs.of(alone);
    Runs all =
        Runs.of(
            study()
                .problems(example("outside", 1, 3), example("inside", 1, 0.5))
                .optimizers(gradientOptimizers()));
    String key = one.plan().trial(4).key();
    assertThat(row(all, key)).isEqualTo(row(one, key));
  }

  private static TrialResult row(Runs runs, String key) {
    return runs.events(1, 40).stream()
        .filter(event -> event instanceof TrialEvent.Finished && event.trial().key().equals(key))
        .map(event -> ((TrialEvent.Finished) event).result())
        .findFirst()
        .orElseThrow();
  }
}
