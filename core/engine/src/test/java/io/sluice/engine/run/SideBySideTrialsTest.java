package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.Budget;
import io.sluice.engine.study.Cadence;
import io.sluice.engine.study.ComponentSpec;
import io.sluice.engine.study.Metric;
import io.sluice.engine.study.WeightPolicy;
import io.sluice.engine.support.Runs;
import io.sluice.engine.support.StudyBuilder;
import io.sluice.spi.Candidates;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.Outcome;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.PopulationState;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import io.sluice.spi.TrialEvent;
import io.sluice.spi.TrialLanes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials of a population side by side give what each gives alone. */
class SideBySideTrialsTest {

  private static final int MEMBERS = 5;

  /**
   * Members around the best place; notes how many trials each of its states has.
   *
   * @param missing how many candidates too few it says
   */
  private record Swarming(double width, List<Integer> lanes, int missing)
      implements PopulationOptimizer {
    @Override
    public String id() {
      return "swarming";
    }

    @Override
    public List<Hyperparameter> hyperparameters() {
      return List.of(Hyperparameter.real("width", width, Interval.POSITIVE, "of the steps"));
    }

    @Override
    public Swarming with(Map<String, Double> values) {
      return new Swarming(values.get("width"), lanes, missing);
    }

    @Override
    public int populationSize() {
      return MEMBERS;
    }

    @Override
    public PopulationState start(SearchSpace space, RandomStream random) {
      return start(TrialLanes.of(this, space, random)).orElseThrow();
    }

    @Override
    public Optional<PopulationState> start(TrialLanes trials) {
      lanes.add(trials.lanes());
      return Optional.of(new State(trials, missing));
    }
  }

  private static final class State implements PopulationState {
    private final TrialLanes trials;
    private final int missing;
    private final double[] width;
    private final double[] bestLoss;
    private final double[][] best;
    private final double[][] place;

    State(TrialLanes trials, int missing) {
      this.trials = trials;
      this.missing = missing;
      width = trials.hyperparameter("width", 1);
      bestLoss = trials.rows(1);
      Arrays.fill(bestLoss, Double.POSITIVE_INFINITY);
      best = trials.rows(trials.parameters(), 1);
      place = trials.rows(trials.parameters(), MEMBERS);
    }

    @Override
    public int ask(Candidates candidates) {
      int count = trials.lanes();
      for (int i = 0; i < MEMBERS * count; i++) {
        int lane = i % count;
        for (int p = 0; p < trials.parameters(); p++) {
          double step = width[lane] * trials.random().of(lane).nextDouble(-1, 1);
          place[p][i] = best[p][lane] + step;
          candidates.set(p, i, place[p][i]);
        }
      }
      return MEMBERS * count - missing;
    }

    @Override
    public void tell(double[] losses, int from) {
      int count = trials.lanes();
      for (int i = 0; i < MEMBERS * count; i++) {
        int lane = i % count;
        if (losses[from + i] < bestLoss[lane]) {
          bestLoss[lane] = losses[from + i];
          for (int p = 0; p < trials.parameters(); p++) {
            best[p][lane] = place[p][i];
          }
        }
      }
    }
  }

  private final List<Integer> lanes = new ArrayList<>();
  private final Swarming swarming = new Swarming(1, lanes, 0);

  private static StudyBuilder study(WeightPolicy policy) {
    return new StudyBuilder()
        .repeats(17)
        .optimizers(new ComponentSpec("swarming", Map.of("width", List.of(0.5, 3.0))))
        .policies(policy)
        .budget(new Budget(1000, Budget.Unit.EVALUATIONS, 3))
        .targets(0.05, 0.001)
        .stopAtLastTarget()
        .cadence(Cadence.every(7))
        .metrics(
            policy == WeightPolicy.NONE
                ? new Metric[] {Metric.BEST_LOSS}
                : new Metric[] {Metric.BEST_LOSS, Metric.BOUND_CONTACTS});
  }

  private static List<TrialEvent> events(Runs runs, int lanes) {
    return runs.events(1, lanes);
  }

  @ParameterizedTest
  @EnumSource(
      value = WeightPolicy.class,
      names = {"NONE", "CLIP", "REFLECT", "WRAP"})
  void rowsAreThoseOfTrialsAlone(WeightPolicy policy) {
    Runs runs = Runs.of(study(policy), swarming);
    List<TrialEvent> alone = events(runs, 1);
    assertThat(lanes).hasSize(34).containsOnly(1);
    lanes.clear();
    assertThat(events(runs, 0)).isEqualTo(alone);
    assertThat(lanes).allMatch(count -> count > 1).hasSizeLessThan(5);
  }

  @Test
  void trialsOfOneBlockMayEndOneByOne() {
    List<Double> costs =
        Runs.of(study(WeightPolicy.CLIP), swarming).events(1, 0).stream()
            .filter(TrialEvent.Finished.class::isInstance)
            .map(event -> ((TrialEvent.Finished) event).result().cost())
            .distinct()
            .toList();
    assertThat(costs).hasSizeGreaterThan(5);
  }

  @Test
  void tooManyCandidatesFailTheTrials() {
    Runs runs = Runs.of(study(WeightPolicy.CLIP), new Swarming(1, lanes, -1));
    assertThat(runs.results())
        .allSatisfy(
            result -> assertThat(result.message()).contains("swarming proposed 6 candidates"));
  }

  @Test
  void whereTheFormFailsTrialsAreRunAlone() {
    Runs runs = Runs.of(study(WeightPolicy.CLIP), new Swarming(1, lanes, 1));
    assertThat(runs.results())
        .allMatch(result -> result.outcome() == Outcome.COMPLETED)
        .allMatch(result -> result.cost() % 4 == 0);
    assertThat(lanes).contains(1).anyMatch(count -> count > 1);
  }
}
