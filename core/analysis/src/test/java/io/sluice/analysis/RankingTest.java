package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingTest {

  private static final double NONE = Double.NaN;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void successCountsFirstThenCostThenLossThenLabel() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 4; repeat++) {
      study
          .hit(repeat, 900, "optimizer", "sure-but-slow")
          .hit(repeat, repeat == 0 ? NONE : 5, "optimizer", "quick-but-unsure")
          .hit(repeat, repeat == 0 ? NONE : 6, "optimizer", "less-quick")
          .miss(repeat, 0.3, "optimizer", "near")
          .miss(repeat, 0.7, "optimizer", "z-far")
          .miss(repeat, 0.7, "optimizer", "far");
    }
    Ranking ranking = Ranking.of(study.rows(), List.of("optimizer")).get(0);
    assertThat(ranking.rows())
        .extracting(Ranking.Row::label)
        .containsExactly("sure-but-slow", "quick-but-unsure", "less-quick", "near", "far", "z-far");
    assertThat(ranking.rows()).extracting(Ranking.Row::rank).containsExactly(1, 2, 3, 4, 5, 5);
    TrialSummary second = ranking.rows().get(1).summary();
    assertThat(second.success()).isEqualTo(new Share(3, 4));
    assertThat(second.costToTarget().value()).isEqualTo(5);
    assertThat(ranking.rows().get(3).summary().costToTarget().value()).isEqualTo(NEVER);
  }

  @Test
  void rankAfterATieCountsTheTied() {
    SyntheticStudy study =
        new SyntheticStudy(0.1)
            .hit(0, 5, "optimizer", "a")
            .hit(0, 5, "optimizer", "b")
            .hit(0, 6, "optimizer", "c");
    assertThat(Ranking.of(study.rows(), List.of("optimizer")).get(0).rows())
        .extracting(Ranking.Row::rank)
        .containsExactly(1, 1, 3);
  }

  @Test
  void problemsAreRankedApartAndOtherFactorsPooled() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (String network : List.of("1-1-1", "1-2-1")) {
      study
          .hit(0, 5, "problem", "p", "optimizer", "a", "network", network)
          .hit(0, 9, "problem", "p", "optimizer", "b", "network", network)
          .hit(0, 9, "problem", "q", "optimizer", "a", "network", network)
          .hit(0, 5, "problem", "q", "optimizer", "b", "network", network);
    }
    List<Ranking> rankings = Ranking.of(study.rows(), Ranking.CONTENDER);
    assertThat(rankings).extracting(Ranking::problem).containsExactly("p", "q");
    assertThat(rankings.get(0).rows().get(0).contender()).containsExactly("one", "a", "one");
    assertThat(rankings.get(1).rows().get(0).contender()).containsExactly("one", "b", "one");
    assertThat(rankings.get(0).rows().get(0).summary().trials()).isEqualTo(2);
  }

  @Test
  void withoutTargetsTheMedianBestLossDecides() {
    SyntheticStudy study =
        new SyntheticStudy()
            .miss(0, 0.5, "optimizer", "a")
            .miss(0, 0.25, "optimizer", "b")
            .trial(0, Outcome.DIVERGED, 3, NONE, List.of(), "optimizer", "c");
    List<Ranking.Row> rows = Ranking.of(study.rows(), List.of("optimizer")).get(0).rows();
    assertThat(rows).extracting(Ranking.Row::label).containsExactly("b", "a", "c");
    assertThat(rows.get(2).summary().bestLoss().value()).isEqualTo(NEVER);
    assertThat(rows.get(2).summary().diverged()).isEqualTo(1);
    assertThat(rows.get(0).summary().costToTarget().value()).isNaN();
    assertThat(rows.get(0).summary().success()).isEqualTo(new Share(0, 0));
  }

  @Test
  void smallestTargetRanksAndEveryTargetIsCounted() {
    SyntheticStudy study = new SyntheticStudy(0.1, 0.01);
    for (int repeat = 0; repeat < 10; repeat++) {
      study.trial(repeat, Outcome.COMPLETED, 99, 0.01, List.of(5.0, repeat < 4 ? 50.0 : NONE));
    }
    TrialSummary summary =
        Ranking.of(study.rows(), Ranking.CONTENDER).get(0).rows().get(0).summary();
    assertThat(summary.successes()).containsExactly(new Share(10, 10), new Share(4, 10));
    assertThat(summary.success()).isEqualTo(new Share(4, 10));
    assertThat(summary.costToTarget()).isEqualTo(new Estimate(NEVER, 50, NEVER));
  }

  @Test
  void lowerCostIsNoClearAdvantageOverHigherSuccess() {
    TrialSummary sure = summary(100, 0, 50);
    TrialSummary quick = summary(60, 40, 5);
    TrialSummary alsoSure = summary(99, 1, 90);
    assertThat(sure.clearlyBetterThan(quick)).isTrue();
    assertThat(quick.clearlyBetterThan(sure)).isFalse();
    assertThat(sure.clearlyBetterThan(alsoSure)).isTrue();
    assertThat(alsoSure.clearlyBetterThan(sure)).isFalse();
    assertThat(sure.clearlyBetterThan(sure)).isFalse();
  }

  private static TrialSummary summary(int hits, int misses, double cost) {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < hits + misses; repeat++) {
      study.hit(repeat, repeat < hits ? cost : NONE);
    }
    return TrialSummary.of(study.rows(), study.rows().cells(), 0);
  }
}
