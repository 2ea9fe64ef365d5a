package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.example;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.support.MemoryStore;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.Scalar;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Activation;
import io.sluice.spi.Candidates;
import io.sluice.spi.Optimizer;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureTest {

  /** The identity, but not beyond 2. */
  private static final Activation FRAGILE =
      new Scalar(
          "fragile",
          x -> {
            if (x > 2) {
              throw new ArithmeticException("no " + x);
            }
            return x;
          },
          x -> 1);

  private static final Activation BROKEN =
      new Scalar(
          "broken",
          x -> {
            throw new UnsupportedOperationException("not yet");
          },
          x -> 1);

  /** Proposes more than it declared. */
  private record Greedy() implements PopulationOptimizer {
    @Override
    public String id() {
      return "greedy";
    }

    @Override
    public int populationSize() {
      return 2;
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      return new PopulationState() {
        @Override
        public int ask(Candidates candidates) {
          return 3;
        }

        @Override
        public void tell(double[] losses, int from) {}
      };
    }
  }

  private static StudyBuilder fragile(String activation) {
    return new StudyBuilder()
        .repeats(4)
        .targets(1.0)
        .problems(example("near", 1, 1), example("far", 1, 4))
        .networks(NetworkSpec.dense(List.of(), true, false))
        .activations(activation)
        .optimizers(component("sgd", "learning-rate", 0.1, 0.25));
  }

  @Test
  void onlyTheTrialsThatThrowHaveFailed() {
    List<TrialResult> fragile = Runs.of(fragile("fragile"), FRAGILE).results();
    List<TrialResult> sound = Runs.of(fragile("identity")).results();
    for (int i = 0; i < 16; i++) {
      if (i < 8) {
        assertThat(fragile.get(i)).isEqualTo(sound.get(i));
        assertThat(fragile.get(i).outcome()).isEqualTo(Outcome.COMPLETED);
      } else {
        assertThat(fragile.get(i).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(fragile.get(i).message())
            .startsWith(
                "activation fragile of plugin activations 1.0: java.lang.ArithmeticException: no 2.")
            .contains(" at io.sluice.engine.run.FailureTest");
      }
    }
  }

  @Test
  void failedTrialsSayHowFarTheyCame() {
    TrialResult failed = Runs.of(fragile("fragile"), FRAGILE).results().get(8);
    assertThat(failed.steps()).isPositive();
    assertThat(failed.cost()).isEqualTo(3 * failed.steps() + 1);
    assertThat(failed.bestCost()).isEqualTo(failed.cost());
    assertThat(failed.finalLoss()).isEqualTo(failed.bestLoss()).isLessThan(failed.initialLoss());
  }

  @Test
  void trialsThatFailAtOnceHaveSpentNothing() {
    TrialResult failed = Runs.of(fragile("broken"), BROKEN).results().get(0);
    assertThat(failed.message())
        .startsWith(
            "activation broken of plugin activations 1.0:"
                + " java.lang.UnsupportedOperationException: not yet at ");
    assertThat(failed.steps()).isZero();
    assertThat(failed.cost()).isZero();
    assertThat(failed.initialLoss()).isNaN();
    assertThat(failed.hitCosts()).containsExactly(Double.NaN);
  }

  @Test
  void failuresDoNotDependOnLanesAndThreads() {
    Runs runs = Runs.of(fragile("fragile"), FRAGILE);
    List<TrialEvent> alone = runs.events(1, 1);
    assertThat(runs.events(1, 3)).isEqualTo(alone);
    assertThat(runs.events(4, 40)).isEqualTo(alone);
  }

  @Test
  void failedTrialsAreCountedAndNotRunAgain() {
    Runs runs = Runs.of(fragile("fragile"), FRAGILE);
    MemoryStore store = new MemoryStore();
    RunSummary first = runs.into(store, 2, 0);
    assertThat(first.finished()).isEqualTo(16);
    assertThat(first.failed()).isEqualTo(8);
    assertThat(first.failures()).isNotEmpty().allMatch(line -> line.contains("activation fragile"));
    assertThat(runs.into(store, 2, 0)).isEqualTo(new RunSummary(16, 16, 0, 0, 0, false, List.of()));
  }

  @Test
  void populationsMayNotProposeMoreThanTheyDeclared() {
    Optimizer greedy = new Greedy();
    TrialResult failed =
        Runs.of(new StudyBuilder().optimizers(ComponentSpec.of("greedy")), greedy).results().get(0);
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.message())
        .contains("greedy proposed 3 candidates, but a generation has 1 to 2");
  }
}
