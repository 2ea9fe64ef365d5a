package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Trials that diverged, failed or were cancelled, in rankings and sentences. */
class LostTrialsTest {

  private static final double NONE = Double.NaN;

  /** Ten trials, the first of which end otherwise, with a very low loss on the way. */
  private static void add(
      SyntheticStudy study, String optimizer, int lost, Outcome outcome, double loss) {
    for (int repeat = 0; repeat < 10; repeat++) {
      List<Double> hits = study.header().targets().stream().map(target -> NONE).toList();
      if (repeat < lost) {
        study.trial(repeat, outcome, 5, 1e-6, hits, "optimizer", optimizer);
      } else {
        study.miss(repeat, loss, "optimizer", optimizer);
      }
    }
  }

  private static List<String> order(SyntheticStudy study) {
    return study.report().rankings().get(0).rows().stream()
        .map(row -> row.rank() + " " + row.contender().get(1))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(names = {"DIVERGED", "FAILED"})
  void whatIsLostIsWorseThanAnythingThatCameToItsEnd(Outcome outcome) {
    for (Double[] targets : new Double[][] {{}, {0.1}}) {
      SyntheticStudy study = new SyntheticStudy(targets);
      add(study, "all", 10, outcome, 1);
      add(study, "most", 6, outcome, 0.5);
      add(study, "some", 4, outcome, 0.5);
      add(study, "few", 1, outcome, 0.5);
      add(study, "none", 0, outcome, 0.5);
      add(study, "bad", 0, outcome, 900);
      assertThat(order(study))
          .containsExactly("1 none", "2 few", "3 some", "4 bad", "5 most", "6 all");
      String answer = study.answer();
      assertThat(answer)
          .contains("Best optimizer: none (")
          .contains("All trials of all " + (outcome == Outcome.FAILED ? "failed." : "diverged."))
          .contains(
              outcome == Outcome.DIVERGED
                  ? "21 of 60 trials diverged and rank below those that did not."
                  : "21 of 60 trials failed.");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DIVERGED, 1, 1 of 10 diverged)",
    "DIVERGED, 4, 4 of 10 diverged)",
    "FAILED, 1, 1 of 10 failed)",
    "FAILED, 4, 4 of 10 failed)",
  })
  void theBestSaysWhatPartOfItIsLost(Outcome outcome, int lost, String said) {
    SyntheticStudy study = new SyntheticStudy();
    add(study, "best", lost, outcome, 0.2);
    add(study, "other", 0, outcome, 0.9);
    assertThat(study.answer())
        .startsWith("Of the variance of the rank of the final loss, ")
        .contains(" Best optimizer: best (median best loss 0.2")
        .contains(said);
  }

  @Test
  void reachingATargetBeforehandDoesNotSaveWhatNeverCameToItsEnd() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 10; repeat++) {
      study
          .trial(repeat, Outcome.DIVERGED, 900, 0.05, List.of(3.0), "optimizer", "burst")
          .miss(repeat, 0.8, "optimizer", "slow");
    }
    assertThat(order(study)).containsExactly("1 slow", "2 burst");
    assertThat(study.answer())
        .contains("Best optimizer: slow (loss 0.1 never reached")
        .contains("All trials of burst diverged.");
  }

  @Test
  void aContenderThatIsLostWhollyIsNotAheadOfAnotherOne() {
    SyntheticStudy study = new SyntheticStudy();
    add(study, "a", 10, Outcome.DIVERGED, 1);
    add(study, "b", 10, Outcome.FAILED, 1);
    StudyReport report = study.report();
    assertThat(report.rankings().get(0).rows()).extracting(Ranking.Row::rank).containsExactly(1, 1);
    assertThat(report.leaders().get(0).open()).isEqualTo(1);
    assertThat(study.answer())
        .isEqualTo(
            "All 20 trials diverged or failed, so none can be called the best. 10 of 20 trials"
                + " diverged. 10 of 20 trials failed.");
  }

  @Test
  void aProblemOnWhichNothingCameToItsEndHasNoBest() {
    SyntheticStudy study = new SyntheticStudy();
    for (int repeat = 0; repeat < 8; repeat++) {
      for (String optimizer : List.of("a", "b")) {
        study
            .trial(
                repeat,
                Outcome.DIVERGED,
                5,
                0.1,
                List.of(),
                "problem",
                "steep",
                "optimizer",
                optimizer)
            .miss(repeat, 0.5, "problem", "flat", "optimizer", optimizer);
      }
    }
    assertThat(study.answer())
        .contains("Best optimizer on steep: none, as all trials diverged.")
        .contains("Best optimizer on flat: none, as both are tied (median best loss 0.5");
  }

  @Test
  void cancelledTrialsAreInNoCount() {
    SyntheticStudy study = new SyntheticStudy();
    add(study, "stopped", 4, Outcome.CANCELLED, 0.5);
    add(study, "lost", 4, Outcome.DIVERGED, 0.4);
    StudyReport report = study.report();
    assertThat(report.trials()).isEqualTo(16);
    assertThat(order(study)).containsExactly("1 lost", "2 stopped");
    assertThat(report.rankings().get(0).rows().get(1).summary().lost()).isZero();
    assertThat(report.answer().text())
        .contains("4 of 10 diverged)")
        .contains("4 of 16 trials diverged")
        .contains("Only 16 of 20 trials have finished");
  }
}
