package io.sluice.engine.run;

import static io.sluice.engine.support.StudyBuilder.builtIn;
import static io.sluice.engine.support.StudyBuilder.component;
import static io.sluice.engine.support.StudyBuilder.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.plan.StudyPlanException;
import io.sluice.engine.schedule.Schedule;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.InitialWeights;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.NetworkSpec;
import io.sluice.engine.study.Patience;
import io.sluice.engine.study.Validation;
import io.sluice.engine.support.Laboratories;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trials that end, and rates that fall, where a loss stands still. */
class StagnationTest {

  /** One weight w from 1.5, loss (w − 0.5)²: every update halves the distance. */
  private static StudyBuilder one() {
    return new StudyBuilder()
        .repeats(1)
        .networks(NetworkSpec.dense(List.of(), true, false))
        .activations("identity")
        .initial(new InitialWeights.Explicit(List.of(1.5)))
        .budget(new Budget(20, Budget.Unit.STEPS, 3))
        .cadence(Cadence.every(1));
  }

  private static List<Double> measured(StudyBuilder study, String metric) {
    List<Double> values = new ArrayList<>();
    for (TrialEvent event : Runs.of(study).events(1, 0)) {
      if (event instanceof TrialEvent.Measured
          && ((TrialEvent.Measured) event).metric().equals(metric)) {
        values.add(((TrialEvent.Measured) event).value());
      }
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    // The losses are 4^-t: falls of 0.75, 0.1875, 0.046875, 0.01171875.
    "1, 100, 1",
    "3, 100, 3",
    "1, 0.75, 1",
    "1, 0.7, 2",
    "1, 0.05, 3",
    "2, 0.05, 6",
    "1, 0.0117187, 5",
    "20, 100, 20",
    "21, 100, 20",
    "1, 0, 20"
  })
  void aTrialEndsAfterSoManyEpochsWithoutAFall(int epochs, double minDelta, long steps) {
    TrialResult result =
        Runs.of(one().patience(new Patience(epochs, minDelta), Metric.LOSS)).results().get(0);
    assertThat(result.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(result.steps()).isEqualTo(steps);
    assertThat(result.cost()).isEqualTo(3 * steps + 1);
    assertThat(result.finalLoss()).isEqualTo(Math.pow(4, -steps));
  }

  @Test
  void smallFallsAddUpToOne() {
    // From 1 to 0.25 to 0.0625: none of them falls by 0.8, both together do.
    TrialResult result =
        Runs.of(one().patience(new Patience(2, 0.8), Metric.LOSS)).results().get(0);
    assertThat(result.steps()).isEqualTo(4);
  }

  @Test
  void aPlateauReducesTheUpdatesFromThenOn() {
    Schedule reduce = plateau(0.5, 1, 100);
    assertThat(measured(one().schedules(reduce), "loss"))
        .isEqualTo(measured(one().schedules(schedule("exponential", "gamma", 0.5)), "loss"));
    // After two looks without a fall, and two more.
    List<Double> losses = measured(one().schedules(plateau(0.5, 2, 100)), "loss");
    double[] kept = {0.5, 0.5, 0.75, 0.75, 0.875, 0.875};
    double distance = 1;
    for (int step = 0; step < kept.length; step++) {
      assertThat(losses.get(step)).isCloseTo(distance * distance, within(1e-15));
      distance *= kept[step];
    }
    assertThat(measured(one().schedules(plateau(0.5, 1, 0)), "loss"))
        .isEqualTo(measured(one(), "loss"));
  }

  private static Schedule plateau(double factor, int epochs, double minDelta) {
    Schedule preset = schedule("reduce-on-plateau", "factor", factor);
    return preset.with(
        Map.of(
            "factor", factor, "patience", (double) epochs, "min-delta", minDelta, "warm-up", 0.0));
  }

  private static StudyBuilder moons() {
    return new StudyBuilder()
        .problems(builtIn("two-moons"))
        .networks(NetworkSpec.dense(List.of(4), false, true))
        .activations("tanh", "relu")
        .optimizers(component("sgd", "learning-rate", 0.01, 0.3, 3.0, 40.0))
        .validation(Validation.random(0.25))
        .budget(new Budget(60, Budget.Unit.STEPS, 3))
        .repeats(6)
        .cadence(Cadence.every(1))
        .metrics(Metric.LOSS, Metric.VALIDATION_LOSS);
  }

  @Test
  void theMonitoredLossOfEachTrialDecidesWhenItEnds() {
    Patience patience = new Patience(3, 1e-3);
    for (Metric monitor : List.of(Metric.LOSS, Metric.VALIDATION_LOSS)) {
      List<TrialEvent> events = Runs.of(moons().patience(patience, monitor)).events(2, 0);
      List<Double> seen = new ArrayList<>();
      Set<Long> lengths = new HashSet<>();
      for (TrialEvent event : events) {
        if (event instanceof TrialEvent.Measured
            && ((TrialEvent.Measured) event).metric().equals(monitor.id())) {
          seen.add(((TrialEvent.Measured) event).value());
        } else if (event instanceof TrialEvent.Finished) {
          TrialResult result = ((TrialEvent.Finished) event).result();
          if (result.outcome() == Outcome.COMPLETED) {
            assertThat(result.steps()).isEqualTo(end(seen, patience));
            lengths.add(result.steps());
          }
          seen.clear();
        }
      }
      assertThat(lengths).hasSizeGreaterThan(3);
    }
  }

  /** The step at which a trial with these losses ends. */
  private static long end(List<Double> losses, Patience patience) {
    double best = Double.POSITIVE_INFINITY;
    int waited = 0;
    for (int step = 0; step < losses.size(); step++) {
      boolean falls = losses.get(step) < best - patience.minDelta();
      best = falls ? losses.get(step) : best;
      waited = falls ? 0 : waited + 1;
      if (waited == patience.epochs()) {
        return step;
      }
    }
    return losses.size() - 1;
  }

  @Test
  void trialsThatEndDoNotDisturbOthers() {
    StudyBuilder study =
        moons()
            .schedules(
                Schedule.CONSTANT,
                schedule("cosine", "alpha", 0.5),
                plateau(0.5, 2, 1e-3),
                plateau(0.1, 1, 1e-2))
            .batches(Batches.FULL, new Batches(32, Batches.Order.SHUFFLED))
            .patience(new Patience(4, 1e-3), Metric.VALIDATION_LOSS);
    Runs runs = Runs.of(study);
    List<TrialEvent> alone = runs.events(1, 1);
    for (int lanes : new int[] {3, 8, 128}) {
      assertThat(runs.events(2, lanes).equals(alone)).as("%d lanes", lanes).isTrue();
    }
    Set<Long> steps = new HashSet<>();
    runs.results().forEach(result -> steps.add(result.steps()));
    assertThat(steps).hasSizeGreaterThan(10);
  }

  @Test
  void lookingAtValidationRowsIsPaidFor() {
    // 100 rows, of which 25 are watched: each look costs a third more.
    double look = 1 + 25 / 75.0;
    Budget budget = Budget.of(100);
    StudyBuilder study =
        moons().activations("tanh").optimizers(ComponentSpec.of("sgd")).budget(budget);
    Patience never = new Patience(1_000_000, 0);
    Runs full = Runs.of(study.patience(never, Metric.VALIDATION_LOSS));
    long updates = (long) Math.floor((100 - look) / (2 + look));
    assertThat(full.results())
        .allSatisfy(result -> assertThat(result.steps()).isEqualTo(updates))
        .allSatisfy(
            result ->
                assertThat(result.cost()).isCloseTo(updates * (2 + look) + look, within(1e-9)));
    assertThat(full.plan().largestCost(full.plan().cells().get(0)))
        .isEqualTo(full.results().get(0).cost());

    Runs batches = Runs.of(study.batches(new Batches(25, Batches.Order.SHUFFLED)));
    long epochs = (long) Math.floor((100 - look) / (3 + look));
    assertThat(batches.results().get(0).steps()).isBetween(3 * epochs, 3 * epochs + 2);
    assertThat(batches.results().get(0).cost()).isLessThanOrEqualTo(100);

    Runs own = Runs.of(study.batches(Batches.FULL).patience(never, Metric.LOSS));
    assertThat(own.results().get(0).steps()).isEqualTo(33);
    assertThat(own.results().get(0).cost()).isEqualTo(100);
  }

  @Test
  void functionsAreMonitoredByTheirOwnLoss() {
    StudyBuilder study =
        moons()
            .problems(builtIn("two-moons"), builtIn("sphere"))
            .optimizers(component("sgd", "learning-rate", 1e-9))
            .patience(new Patience(2, 1), Metric.VALIDATION_LOSS);
    List<TrialResult> results = Runs.of(study).results();
    assertThat(results).allSatisfy(result -> assertThat(result.steps()).isEqualTo(2));
    assertThat(results.get(results.size() - 1).cost()).isEqualTo(7);
  }

  @Test
  void populationsGoOn() {
    StudyBuilder study =
        moons()
            .optimizers(ComponentSpec.of("sampler"), ComponentSpec.of("sgd"))
            .patience(new Patience(1, 1e9), Metric.LOSS);
    assertThat(Runs.of(study).results()).extracting(TrialResult::steps).containsOnly(1L, 60L);
  }

  private static void assertRefused(StudyBuilder study, String complaint) {
    assertThatThrownBy(() -> Laboratories.with().plan(study.build()))
        .isInstanceOf(StudyPlanException.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void whatHasNoMeaningIsRefused() {
    assertRefused(
        moons().optimizers(ComponentSpec.of("sampler")).patience(new Patience(1, 0), Metric.LOSS),
        "patience has no meaning here: there is no optimizer with a gradient");
    assertRefused(
        moons().patience(Patience.NONE, Metric.VALIDATION_LOSS), "monitor has no meaning here");
    assertRefused(
        moons()
            .validation(Validation.NONE)
            .metrics(Metric.LOSS)
            .patience(new Patience(1, 0), Metric.VALIDATION_LOSS),
        "validation-loss needs the key validation");
  }

  @Test
  void keysStayAsTheyAreWithoutThem() {
    String before = Runs.of(moons()).plan().cells().get(0).key(0);
    assertThat(Runs.of(moons().patience(Patience.NONE, Metric.LOSS)).plan().cells().get(0).key(0))
        .isEqualTo(before);
    assertThat(
            Runs.of(moons().patience(new Patience(5, 0), Metric.LOSS)).plan().cells().get(0).key(0))
        .isNotEqualTo(before);
  }
}
