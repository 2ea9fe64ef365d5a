package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Outcome;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunCostTest {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  private static List<RunCost> costs(SyntheticStudy study) {
    StudyRows rows = study.rows();
    return RunCost.of(rows, Ranking.of(rows, Ranking.CONTENDER));
  }

  @Test
  void expectedCostIsAllThatWasSpentByTheSuccesses() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    study.hit(0, 100).hit(1, 200).hit(2, Double.NaN).hit(3, 300);
    RunCost cost = costs(study).get(0);
    double missed = SyntheticStudy.BUDGET - 1;
    assertThat(cost.expected().value()).isCloseTo((600 + missed) / 3, within(1e-9));
    assertThat(cost.expected().lower()).isLessThan(cost.expected().value());
    assertThat(cost.restrictedMean().value())
        .isCloseTo((600 + SyntheticStudy.BUDGET) / 4, within(1e-9));
    assertThat(cost.quartiles()).containsExactly(100.0, 200.0, 300.0);
  }

  @Test
  void whatNeverReachedTheTargetCostsWithoutEnd() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    study.hit(0, Double.NaN).hit(1, Double.NaN).hit(2, Double.NaN);
    RunCost cost = costs(study).get(0);
    assertThat(cost.expected()).isEqualTo(Estimate.withoutInterval(NEVER));
    assertThat(cost.restrictedMean().value()).isEqualTo(SyntheticStudy.BUDGET);
    assertThat(cost.quartiles()).containsExactly(NEVER, NEVER, NEVER);
  }

  @Test
  void aTrialThatDivergedEarlyIsNotCheap() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    study.hit(0, 500).hit(1, 500);
    study.trial(2, Outcome.DIVERGED, 3, NEVER, List.of(Double.NaN));
    RunCost cost = costs(study).get(0);
    assertThat(cost.restrictedMean().value())
        .isCloseTo((1000 + SyntheticStudy.BUDGET) / 3, within(1e-9));
    assertThat(cost.expected().value()).isCloseTo(1003 / 2.0, within(1e-9));
  }

  @Test
  void intervalsOfTheExpectedCostCoverIt() {
    int covered = 0;
    int studies = 300;
    Random random = new Random(7);
    for (int i = 0; i < studies; i++) {
      SyntheticStudy study = new SyntheticStudy(0.1);
      for (int repeat = 0; repeat < 30; repeat++) {
        study.hit(repeat, random.nextDouble() < 0.6 ? 100 + 400 * random.nextDouble() : Double.NaN);
      }
      Estimate expected = costs(study).get(0).expected();
      double truth = (0.6 * 300 + 0.4 * (SyntheticStudy.BUDGET - 1)) / 0.6;
      covered += expected.lower() <= truth && truth <= expected.upper() ? 1 : 0;
    }
    assertThat(covered / (double) studies).isBetween(0.92, 0.98);
  }

  @Test
  void profileComparesWithTheLeastCostOfEachPair() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (String problem : List.of("p", "q")) {
      for (int repeat = 0; repeat < 3; repeat++) {
        study.hit(repeat, 100, "problem", problem, "activation", "a");
        study.hit(
            repeat, problem.equals("p") ? 300 : Double.NaN, "problem", problem, "activation", "b");
      }
    }
    StudyRows rows = study.rows();
    List<RunCost.Profile> profiles =
        RunCost.profiles(rows, Ranking.of(rows, List.of("activation")));
    assertThat(profiles.get(0).contender()).containsExactly("a");
    assertThat(profiles.get(0).score()).isEqualTo(1);
    assertThat(profiles.get(1).ratios()).containsExactly(3, NEVER);
    assertThat(profiles.get(1).at(2.9)).isZero();
    assertThat(profiles.get(1).at(3)).isEqualTo(0.5);
    assertThat(profiles.get(1).score()).isCloseTo(1.0 / 6, within(1e-12));
  }
}
