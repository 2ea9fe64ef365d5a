package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.network.NetworkOutputs;
import io.sluice.engine.network.NetworkSight;
import io.sluice.engine.plan.Task;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.BoundsSpec;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials of a cell that are seen step by step, side by side; and what is looked at beside them. */
class WatchedTogetherTest {

  private static final int SEEDS = 4;
  private static final int STEPS = 12;

  private static StudyBuilder study(String optimizer) {
    return new StudyBuilder()
        .repeats(SEEDS)
        .problems(builtIn("xor"))
        .networks(NetworkSpec.dense(List.of(3), false, true))
        .activations("tanh")
        .optimizers(ComponentSpec.of(optimizer))
        .policies(WeightPolicy.REFLECT)
        .bounds(new BoundsSpec.Explicit(-0.6, 0.6))
        .initial(new InitialWeights.Uniform(List.of(0.6)))
        .budget(new Budget(STEPS, Budget.Unit.STEPS, 3));
  }

  private static Runs runs(String optimizer) {
    return Runs.of(study(optimizer));
  }

  /** Writes down all that it sees. */
  private static class Seen implements TrialWatch {
    final Map<Long, String> steps = new TreeMap<>();
    final Map<Long, double[][]> generations = new TreeMap<>();
    int putBack;

    @Override
    public boolean wants(long step) {
      return true;
    }

    @Override
    public void see(long step, double cost, double loss, double[] weights) {
      steps.put(step, cost + " " + loss + " " + Arrays.toString(weights));
    }

    @Override
    public void seeGeneration(long step, double[][] candidates) {
      generations.put(step, candidates);
    }

    @Override
    public void seePutBack(int parameter) {
      putBack++;
    }
  }

  private static List<Seen> together(Runs runs, Cancellation cancellation) {
    List<Seen> seen = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      seen.add(new Seen());
    }
    runs.laboratory().watchedTogether(runs.plan(), t -> seen.get((int) t), cancellation);
    return seen;
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "momentum", "sampler"})
  void trialsSideBySideAreSeenWithTheBitsThatEachHasAlone(String optimizer) {
    Runs runs = runs(optimizer);
    List<Seen> together = together(runs, new Cancellation());
    for (int seed = 0; seed < SEEDS; seed++) {
      Seen alone = new Seen();
      runs.laboratory().watched(runs.plan(), seed, alone);
      assertThat(together.get(seed).steps).isEqualTo(alone.steps);
      assertThat(together.get(seed).steps).hasSize(optimizer.equals("sampler") ? STEPS : STEPS + 1);
      assertThat(together.get(seed).putBack).isEqualTo(alone.putBack);
    }
    assertThat(together.get(0).steps).isNotEqualTo(together.get(1).steps);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sgd", "sampler"})
  void whatAPolicyPutsBackIsCountedAsTheMetricDoes(String optimizer) {
    Runs runs =
        Runs.of(study(optimizer).metrics(Metric.BOUND_CONTACTS).cadence(Cadence.every(STEPS)));
    Seen seen = new Seen();
    List<TrialEvent> events = runs.laboratory().watched(runs.plan(), 0, seen).events();
    double contacts =
        events.stream()
            .filter(TrialEvent.Measured.class::isInstance)
            .map(event -> ((TrialEvent.Measured) event).value())
            .reduce((first, second) -> second)
            .orElseThrow();
    assertThat((double) seen.putBack).isEqualTo(contacts);
  }

  @Test
  void aGenerationHasItsMembersAndTheBestOfThemIsWhatIsSeen() {
    Seen seen = together(runs("sampler"), new Cancellation()).get(2);
    assertThat(seen.generations.keySet()).isEqualTo(seen.steps.keySet());
    double[][] first = seen.generations.get(1L);
    assertThat(first.length).isBetween(4, 5);
    assertThat(List.of(first)).allSatisfy(member -> assertThat(member).hasSize(13));
    assertThat(List.of(first))
        .anySatisfy(member -> assertThat(seen.steps.get(1L)).endsWith(Arrays.toString(member)));
    assertThat(together(runs("sgd"), new Cancellation()).get(0).generations).isEmpty();
  }

  @Test
  void aWatchThatHasSeenEnoughEndsThemAllAndTheThreadGoesOn() {
    Runs runs = runs("sgd");
    Cancellation cancellation = new Cancellation();
    Seen last =
        new Seen() {
          @Override
          public boolean wants(long step) {
            if (step > 3) {
              cancellation.cancel();
            }
            return step <= 3;
          }
        };
    List<TrialEvent> events =
        runs.laboratory().watchedTogether(runs.plan(), trial -> last, cancellation);
    assertThat(last.steps).containsOnlyKeys(0L, 1L, 2L, 3L);
    assertThat(events.stream().filter(TrialEvent.Finished.class::isInstance))
        .hasSize(SEEDS)
        .allSatisfy(
            event ->
                assertThat(((TrialEvent.Finished) event).result().outcome())
                    .isEqualTo(Outcome.CANCELLED));
    assertThat(together(runs, new Cancellation()).get(0).steps).hasSize(STEPS + 1);
  }

  @Test
  void aPlanOfSeveralCellsIsRefused() {
    Runs two = Runs.of(study("sgd").policies(WeightPolicy.NONE, WeightPolicy.CLIP));
    assertThatThrownBy(() -> together(two, new Cancellation()))
        .hasMessageContaining("2 cells, not one");
  }

  @Test
  void aSurfaceHasTheLossesThatTrialsStartWith() {
    Runs runs = runs("sgd");
    double[] weights = new double[13];
    Arrays.setAll(weights, i -> 0.05 * i - 0.3);
    LossSurface.Axis across = new LossSurface.Axis(2, -0.5, 0.7, 4);
    LossSurface.Axis up = new LossSurface.Axis(9, -0.25, 0.5, 3);
    double[][] losses = runs.laboratory().surface(runs.plan(), weights, across, up);
    assertThat(losses).hasDimensions(3, 4);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 4; column++) {
        double[] at = weights.clone();
        at[2] = across.at(column);
        at[9] = up.at(row);
        assertThat(losses[row][column]).isEqualTo(startingLoss(at));
      }
    }
    assertThat(up.at(2)).isEqualTo(0.5);
  }

  private static double startingLoss(double[] weights) {
    StudyBuilder start =
        study("sgd")
            .initial(new InitialWeights.Explicit(Arrays.stream(weights).boxed().toList()))
            .policies(WeightPolicy.NONE)
            .repeats(1);
    return Runs.of(start).results().get(0).initialLoss();
  }

  @Test
  void surfacesOverOneParameterOrAParameterThatIsNotThereAreRefused() {
    Runs runs = runs("sgd");
    double[] weights = new double[13];
    LossSurface.Axis one = new LossSurface.Axis(0, 0, 1, 2);
    for (int other : new int[] {0, -1, 13}) {
      LossSurface.Axis wrong = new LossSurface.Axis(other, 0, 1, 2);
      assertThatThrownBy(() -> runs.laboratory().surface(runs.plan(), weights, one, wrong))
          .hasMessage("a surface is over two of the parameters 0 to 12");
    }
    assertThatThrownBy(() -> new LossSurface.Axis(0, 1, 1, 2)).hasMessageContaining("from 1.0 to");
    assertThatThrownBy(() -> new LossSurface.Axis(0, 0, 1, 1)).hasMessageContaining("not 1");
  }

  @Test
  void aSurfaceIsGivenUpWithItsThread() {
    Runs runs = runs("sgd");
    LossSurface.Axis across = new LossSurface.Axis(0, 0, 1, 2);
    LossSurface.Axis up = new LossSurface.Axis(1, 0, 1, 2);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> runs.laboratory().surface(runs.plan(), new double[13], across, up))
          .isInstanceOf(CancellationException.class);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aSightGivesTheOutputsOfEachNetworkAndCountsFlatUnits() {
    TrialSetup setup = runs("sgd").plan().cells().get(0);
    Task.Fit task = (Task.Fit) setup.task();
    double[] small = new double[13];
    double[] large = new double[13];
    setup.startWeights(0, small);
    Arrays.setAll(large, i -> i == 6 ? 50 : 0);
    NetworkSight sight = new NetworkSight(task.network(), task.data(), small, 2);
    sight.put(0, small);
    sight.put(1, large);
    sight.look(Metric.SATURATION_SLOPE);
    for (int lane = 0; lane < 2; lane++) {
      double[][] outputs =
          NetworkOutputs.of(task.network(), task.data(), lane == 0 ? small : large);
      for (int row = 0; row < task.data().rows(); row++) {
        assertThat(sight.output(row, 0, lane)).isEqualTo(outputs[row][0]);
      }
    }
    assertThat(sight.units()).isEqualTo(3);
    assertThat(List.of(sight.flat(0, 0), sight.flat(1, 0), sight.flat(2, 0))).containsOnly(0.0);
    // The bias of the first unit is 50, so it is flat at each example.
    assertThat(sight.flat(0, 1)).isEqualTo(1);
    assertThat(sight.flat(1, 1)).isZero();
  }
}
