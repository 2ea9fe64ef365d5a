package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.spi.Outcome;
import io.sluice.spi.TrialEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StudyRowsTest {

  private static final double NONE = Double.NaN;

  @Test
  void trialsLieByRepeatHoweverTheyCame() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 40; repeat++) {
      study.hit(repeat, 10 + repeat, "optimizer", "a").hit(repeat, 20 + repeat, "optimizer", "b");
    }
    List<TrialEvent.Finished> shuffled = new ArrayList<>(study.trials().toList());
    Collections.shuffle(shuffled, new Random(5));
    StudyRows rows = StudyRows.collect(study.header(), shuffled.stream());
    assertThat(rows.cells()).hasSize(2);
    assertThat(rows.levels("optimizer")).containsExactly("a", "b");
    for (int repeat = 0; repeat < 40; repeat++) {
      assertThat(rows.cells().get(1).hitCost(0, repeat)).isEqualTo(20 + repeat);
      assertThat(rows.cells().get(1).cost(repeat)).isEqualTo(20 + repeat);
      assertThat(rows.cells().get(1).finalLoss(repeat)).isEqualTo(0.05);
    }
    assertThat(rows.cells().get(1).repeats()).isEqualTo(40);
  }

  @Test
  void cancelledTrialsAreOnlyCounted() {
    StudyRows rows =
        new SyntheticStudy(0.1)
            .hit(0, 10)
            .trial(1, Outcome.CANCELLED, 3, 0.5, List.of(NONE))
            .trial(2, Outcome.DIVERGED, 3, NONE, List.of(NONE))
            .trial(3, Outcome.FAILED, 0, NONE, List.of(NONE))
            .rows();
    CellSamples cell = rows.cells().get(0);
    assertThat(rows.cancelled()).isEqualTo(1);
    assertThat(rows.trials()).isEqualTo(3);
    assertThat(cell.has(1)).isFalse();
    assertThat(cell.outcome(2)).isEqualTo(Outcome.DIVERGED);
    assertThat(cell.bestLoss(2)).isInfinite();
    assertThat(cell.outcomes())
        .containsEntry(Outcome.COMPLETED, 1)
        .containsEntry(Outcome.DIVERGED, 1)
        .containsEntry(Outcome.FAILED, 1)
        .containsEntry(Outcome.CANCELLED, 0);
  }

  @Test
  void trialThatComesAgainReplacesTheOneBefore() {
    StudyRows rows = new SyntheticStudy(0.1).hit(0, 10).hit(0, 30).rows();
    assertThat(rows.trials()).isEqualTo(1);
    assertThat(rows.cells().get(0).hitCost(0, 0)).isEqualTo(30);
  }

  @Test
  void trialWithOtherTargetsIsRefused() {
    SyntheticStudy study =
        new SyntheticStudy(0.1).trial(0, Outcome.COMPLETED, 1, 1, List.of(1.0, 2.0));
    assertThatThrownBy(study::rows)
        .hasMessage("trial 0123456789abcdef has 2 hit costs, but the study has 1 targets");
  }

  @Test
  void headlineIsTheSmallestTargetThatOneInTwentyReached() {
    SyntheticStudy study = new SyntheticStudy(0.1, 0.01, 0.001);
    for (int repeat = 0; repeat < 40; repeat++) {
      double second = repeat < 2 ? 50 : NONE;
      double third = repeat < 1 ? 90 : NONE;
      study.trial(repeat, Outcome.COMPLETED, 100, 0.001, List.of(20.0, second, third));
    }
    assertThat(study.rows().headlineTarget()).isEqualTo(1);
    assertThat(study.rows().smallestTarget()).isEqualTo(2);
    assertThat(new SyntheticStudy(0.1, 0.01).miss(0, 1).rows().headlineTarget()).isZero();
    assertThat(new SyntheticStudy().miss(0, 1).rows().headlineTarget()).isEqualTo(-1);
  }
}
