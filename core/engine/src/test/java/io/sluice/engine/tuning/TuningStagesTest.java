package io.sluice.engine.tuning;

import static io.sluice.engine.support.StudyBuilder.component;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.engine.Laboratory;
import io.sluice.engine.plan.StudyPlan;
import io.sluice.engine.plan.StudyPlanException;
import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.run.Cancellation;
import io.sluice.engine.run.RunOptions;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.StudySpec;
import io.sluice.engine.study.TuningSpec;
import io.sluice.engine.study.TuningSpec.By;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.SeveralStudies;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.ResultSink;
import io.sluice.spi.StudyHeader;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TuningStagesTest {

  /** The fourth learns fast, the last diverges or jumps about. */
  private static final Double[] RATES = {1e-4, 1e-3, 1e-2, 0.1, 0.5, 100.0, 1e4};

  private static final Laboratory LABORATORY = Laboratories.with();

  private static StudyBuilder study(By by) {
    return new StudyBuilder()
        .repeats(4)
        .budget(Budget.of(301))
        .targets(1e-1, 1e-3)
        .stopAtLastTarget()
        .activations("tanh", "relu")
        .optimizers(component("sgd", "learning-rate", 0.02), component("sampler", "size", 4.0))
        .tuning("learning-rate", 3, by, RATES);
  }

  /** Runs the chain until it ends or is cancelled, and returns what was run last. */
  private static StudyPlan run(
      StudyPlan declared,
      SeveralStudies store,
      RunOptions options,
      Cancellation cancellation,
      ResultSink... listeners) {
    while (true) {
      StudyPlan part = LABORATORY.next(declared, store);
      StudyHeader header = LABORATORY.header(part, part.spec().toString());
      LABORATORY.run(part, header, store, List.of(listeners), options, cancellation);
      if (!part.isRung() || cancellation.isCancelled()) {
        return part;
      }
    }
  }

  private static StudyPlan run(StudySpec spec, SeveralStudies store) {
    return run(LABORATORY.plan(spec), store, new RunOptions(1, 0), new Cancellation());
  }

  private static Set<String> keys(StudyPlan plan) {
    Set<String> keys = new HashSet<>();
    for (long trial = 0; trial < plan.trials(); trial++) {
      keys.add(plan.trial(trial).key());
    }
    return keys;
  }

  private static double rate(StudyPlan plan, String activation) {
    return plan.cells().stream()
        .map(TrialSetup::cell)
        .filter(cell -> cell.isTuned() && cell.factor("activation").equals(activation))
        .findFirst()
        .orElseThrow()
        .hyperparameters()
        .get("optimizer.learning-rate");
  }

  @Test
  void tunedOptimizersRunBesideWhatWasDeclared() {
    StudyPlan plan = LABORATORY.plan(study(By.GRID).build());
    assertThat(plan.awaitsTuning()).isTrue();
    assertThat(plan.cells().stream().map(setup -> setup.cell().factor("optimizer")).distinct())
        .containsExactly("sgd(learning-rate=0.02)", "sgd(tuned)", "sampler(size=4)");
    assertThat(plan.notes()).contains("sampler has no learning-rate and is not tuned");
    assertThatThrownBy(() -> LABORATORY.runTrial(plan, 0)).hasMessageContaining("tuned first");
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void goodRateOfAKnownLandscapeIsKept(By by) {
    SeveralStudies store = new SeveralStudies();
    StudyPlan last = run(study(by).build(), store);
    assertThat(rate(last, "tanh")).isIn(0.1, 0.5);
    assertThat(store.ids()).hasSize(by == By.GRID ? 2 : 3);
    assertThat(store.studies().get(store.ids().size() - 1).tunedBy())
        .isEqualTo(store.ids().subList(0, store.ids().size() - 1));
    assertThat(last.isRung()).isFalse();
    assertThat(last.awaitsTuning()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void noTrialThatChoseHasARandomNumberOfOneThatIsJudged(By by) {
    SeveralStudies store = new SeveralStudies();
    StudyPlan declared = LABORATORY.plan(study(by).build());
    Set<List<Double>> starts = new HashSet<>();
    Set<Long> draws = new HashSet<>();
    Set<String> keys = new HashSet<>();
    int repeats = 0;
    int trials = 0;
    while (true) {
      StudyPlan part = LABORATORY.next(declared, store);
      keys.addAll(keys(part));
      trials += Math.toIntExact(part.trials());
      for (int repeat = 0; repeat < part.spec().repeats(); repeat++) {
        repeats++;
        TrialSetup setup = part.cells().get(0);
        double[] weights = new double[setup.weights()];
        setup.startWeights(repeat, weights);
        starts.add(List.of(weights[0], weights[1]));
        draws.add(setup.drawKey(repeat));
      }
      LABORATORY.run(
          part,
          LABORATORY.header(part, ""),
          store,
          List.of(),
          new RunOptions(1, 0),
          new Cancellation());
      if (!part.isRung()) {
        break;
      }
    }
    assertThat(keys).hasSize(trials);
    assertThat(starts).hasSize(repeats);
    assertThat(draws).hasSize(repeats);
  }

  @Test
  void dataAreSplitAlikeInEveryPart() {
    StudySpec spec =
        study(By.GRID)
            .problems(StudyBuilder.builtIn("xor"))
            .networks(io.sluice.engine.study.NetworkSpec.dense(List.of(2), true, false))
            .validation(0.5)
            .build();
    StudyPlan declared = LABORATORY.plan(spec);
    StudyPlan rung = LABORATORY.tuning(declared).get(0);
    var whole = ((io.sluice.engine.plan.Task.Fit) declared.cells().get(0).task()).data();
    var part = ((io.sluice.engine.plan.Task.Fit) rung.cells().get(0).task()).data();
    assertThat(part.input(0, 0)).isEqualTo(whole.input(0, 0));
    assertThat(part.input(0, 1)).isEqualTo(whole.input(0, 1));
    assertThat(part.input(1, 0)).isEqualTo(whole.input(1, 0));
    assertThat(part.input(1, 1)).isEqualTo(whole.input(1, 1));
  }

  @ParameterizedTest
  @EnumSource(By.class)
  void stoppedAnywhereItGoesOnAndEndsAlike(By by) {
    StudyPlan declared = LABORATORY.plan(study(by).build());
    SeveralStudies whole = new SeveralStudies();
    run(declared, whole, new RunOptions(1, 0), new Cancellation());
    for (int after : new int[] {1, 30, 43, 60}) {
      SeveralStudies store = new SeveralStudies();
      Cancellation cancellation = new Cancellation();
      int[] finished = new int[1];
      ResultSink counter =
          header ->
              event -> {
                if (event instanceof TrialEvent.Finished && ++finished[0] == after) {
                  cancellation.cancel();
                }
              };
      run(declared, store, new RunOptions(2, 3), cancellation, counter);
      run(declared, store, new RunOptions(2, 5), new Cancellation());
      assertThat(store.ids()).isEqualTo(whole.ids());
      for (String id : whole.ids()) {
        assertThat(store.events(id)).isEqualTo(whole.events(id));
      }
    }
  }

  @Test
  void moreRepeatsAreJudgedWithTheSameTuning() {
    SeveralStudies store = new SeveralStudies();
    run(study(By.GRID).build(), store);
    StudyPlan more = LABORATORY.next(LABORATORY.plan(study(By.GRID).repeats(9).build()), store);
    assertThat(more.isRung()).isFalse();
    StudyPlan other = LABORATORY.next(LABORATORY.plan(study(By.GRID).seed(8).build()), store);
    assertThat(other.isRung()).isTrue();
  }

  @Test
  void partsAreStudiesThatStandAlone() {
    SeveralStudies store = new SeveralStudies();
    StudyPlan last = run(study(By.HALVING).build(), store);
    assertThat(LABORATORY.plan(last.spec()).id()).isEqualTo(last.id());
    String id = last.id();
    List<TrialEvent> kept = store.events(id);
    List<TrialEvent> again = new ArrayList<>();
    for (long trial = 0; trial < last.trials(); trial++) {
      again.addAll(LABORATORY.runTrial(LABORATORY.plan(last.spec()), trial));
    }
    assertThat(again).isEqualTo(kept);
  }

  @Test
  void rungsCostWhatTheySay() {
    List<StudyPlan> grid = LABORATORY.tuning(LABORATORY.plan(study(By.GRID).build()));
    assertThat(grid).hasSize(1);
    assertThat(grid.get(0).cells()).hasSize(2 * RATES.length);
    assertThat(grid.get(0).trials()).isEqualTo(2 * RATES.length * 3);
    assertThat(grid.get(0).largestCost()).isEqualTo(2 * RATES.length * 3 * 301.0);
    List<StudyPlan> halving = LABORATORY.tuning(LABORATORY.plan(study(By.HALVING).build()));
    assertThat(halving).hasSize(2);
    assertThat(halving.get(0).spec().budget().amount()).isEqualTo(101);
    assertThat(halving.get(0).cells()).hasSize(2 * RATES.length);
    assertThat(halving.get(1).spec().budget().amount()).isEqualTo(301);
    assertThat(halving.get(1).cells()).hasSize(2 * 3);
    assertThat(LABORATORY.tuning(LABORATORY.plan(new StudyBuilder().build()))).isEmpty();
  }

  @Test
  void tuningIsPartOfTheIdentity() {
    String id = LABORATORY.plan(study(By.GRID).build()).id();
    assertThat(LABORATORY.plan(study(By.GRID).build()).id()).isEqualTo(id);
    List<StudyBuilder> others =
        List.of(
            study(By.HALVING),
            study(By.GRID).tuning("learning-rate", 4, By.GRID, RATES),
            study(By.GRID).tuning("learning-rate", 3, By.GRID, 0.1, 0.2));
    for (StudyBuilder other : others) {
      assertThat(LABORATORY.plan(other.build()).id()).isNotEqualTo(id);
    }
    Double[] turned = RATES.clone();
    java.util.Collections.reverse(java.util.Arrays.asList(turned));
    assertThat(
            LABORATORY
                .plan(study(By.GRID).tuning("learning-rate", 3, By.GRID, turned).build())
                .id())
        .isEqualTo(id);
  }

  @Test
  void whatCannotBeTunedIsSaidBeforeAnythingIsRun() {
    assertRefused(
        study(By.GRID).tuning("learning-rat", 3, By.GRID, 0.1, 0.2),
        "tuning.learning-rat",
        "no optimizer of the study has a hyper-parameter \"learning-rat\" (did you mean"
            + " \"learning-rate\"?)");
    assertRefused(
        study(By.GRID).tuning("learning-rate", 3, By.GRID, -1.0, 0.2),
        "tuning.learning-rate",
        "of sgd, learning-rate must lie in");
    assertRefused(
        study(By.HALVING).optimizers(ComponentSpec.of("sgd")).budget(Budget.of(6)),
        "budget",
        "more than the budget of 2");
  }

  private static void assertRefused(StudyBuilder study, String path, String message) {
    assertThatThrownBy(() -> LABORATORY.plan(study.build()))
        .isInstanceOfSatisfying(
            StudyPlanException.class,
            refused ->
                assertThat(refused.complaints())
                    .anySatisfy(
                        complaint -> {
                          assertThat(complaint.path()).isEqualTo(path);
                          assertThat(complaint.message()).contains(message);
                        }));
  }

  @Test
  void chosenValuesMustCoverEveryContext() {
    StudySpec spec = study(By.GRID).build();
    StudySpec chosen =
        spec.chosen(
            List.of(
                new TuningSpec.Choice(
                    "single-example",
                    "1-1-1 activated",
                    "tanh",
                    "sgd",
                    Map.of("learning-rate", 0.1))),
            List.of());
    assertThatThrownBy(() -> LABORATORY.plan(chosen))
        .hasMessageContaining("\"chosen\" has no values for single-example / ")
        .hasMessageContaining(" / relu / sgd");
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new TuningSpec(Map.of("a", List.of(1.0)), 3, By.GRID, true))
        .hasMessageContaining("needs 2 to 10000 combinations");
    assertThatThrownBy(() -> new TuningSpec(Map.of("a", List.of(1.0, 2.0)), 0, By.GRID, true))
        .hasMessageContaining("one seed at least");
    var choice = new TuningSpec.Choice("p", "n", "a", "o", Map.of("a", 1.0));
    assertThatThrownBy(
            () ->
                new TuningSpec(
                    Map.of("a", List.of(1.0, 2.0)),
                    1,
                    By.GRID,
                    true,
                    0,
                    List.of(choice, choice),
                    List.of()))
        .hasMessageContaining("chose twice for p / n / a / o");
    assertThat(Optional.of(choice).map(TuningSpec.Choice::context).orElseThrow()).hasSize(4);
  }
}
