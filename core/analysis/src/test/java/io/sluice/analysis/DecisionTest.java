package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Outcome;
import io.sluice.spi.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a study is decided by, and what the answer says where another number decides otherwise. */
class DecisionTest {

  private static final double NONE = Double.NaN;

  @Test
  void targetThatWasPickedIsSaidToBePicked() {
    assertThat(twoTargets().report().decision())
        .isEqualTo(new Decision(Response.of(Response.Kind.LOG_COST, 0.01), false));
    assertThat(twoTargets().answer())
        .contains(
            " The study does not say which target decides; loss 0.01 is the smallest that 5 % of"
                + " its trials reached. ");
  }

  @ParameterizedTest
  @CsvSource({"target 0.1, 0.1, ACTIVATION", "target 0.01, 0.01, OPTIMIZER"})
  void targetThatWasDeclaredDecides(String declared, double loss, Verdict verdict) {
    StudyReport report = twoTargets().decidedBy(declared).report();
    assertThat(report.decision())
        .isEqualTo(new Decision(Response.of(Response.Kind.LOG_COST, loss), true));
    assertThat(report.headlineTarget()).hasValue(loss);
    assertThat(report.answer().text())
        .startsWith("Of the variance of log cost to loss " + loss)
        .doesNotContain("does not say which")
        .containsIgnoringCase(
            "the "
                + (verdict == Verdict.OPTIMIZER ? "optimizer" : "activation")
                + " decides more than");
  }

  @Test
  void targetsWithAnotherVerdictAreNamed() {
    assertThat(twoTargets().answer())
        .contains("The optimizer decides more than the activation, by ")
        .contains(" At loss 0.1 the activation decides more. ");
    assertThat(twoTargets().decidedBy("target 0.1").answer())
        .contains(" At loss 0.01 the optimizer decides more. ");
  }

  @Test
  void targetThatHardlyATrialReachedIsSaidToBeThat() {
    SyntheticStudy study = new SyntheticStudy(0.1, 0.01);
    for (int repeat = 0; repeat < 50; repeat++) {
      study.hit(repeat, repeat == 7 ? 30 : NONE, "optimizer", "a");
      study.miss(repeat, 0.5, "optimizer", "b");
    }
    assertThat(study.answer())
        .contains("loss 0.1 is the largest, which less than 5 % of its trials reached. ");
  }

  @Test
  void metricThatWasDeclaredDecidesAndRanks() {
    StudyReport report = measured("accuracy").decidedBy("metric accuracy").report();
    assertThat(report.decision()).isEqualTo(new Decision(Response.ofMetric("accuracy"), true));
    assertThat(report.answer().text())
        .startsWith("Of the variance of the rank of the final accuracy, the seeds explain ")
        .contains("The activation decides more than the optimizer, by ")
        .contains(" At loss 0.1 the optimizer decides more. ")
        .contains("Best pair: x2 with ")
        .contains("(median final accuracy 0.");
    assertThat(report.headlineExplained()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "accuracy, '', o0",
    "validation-accuracy, '', x2",
    "validation-loss, '', x0",
    "validation-accuracy, target 0.1, o0",
    "validation-accuracy, metric loss, o0",
  })
  void validationRanksWhereThereIsValidation(String metric, String declared, String best) {
    StudyReport report = measured(metric).decidedBy(declared).report();
    assertThat(report.rankings().get(0).rows().get(0).contender()).contains(best);
  }

  @Test
  void metricThatDecidesOtherwiseIsNamed() {
    assertThat(measured("validation-accuracy").answer())
        .contains("The optimizer decides more than the activation, by ")
        .contains(" By the rank of the final validation accuracy the activation decides more. ");
    assertThat(measured("gradient-norm-1").answer()).doesNotContain("gradient");
  }

  @Test
  void divergedTrialsAreTheWorstByAMetric() {
    SyntheticStudy study = new SyntheticStudy(0.1).decidedBy("metric r2");
    for (int repeat = 0; repeat < 10; repeat++) {
      study.hit(repeat, 9, "optimizer", "good").measured("r2", 0.5);
      study
          .trial(repeat, Outcome.DIVERGED, 9, 0.05, List.of(9.0), "optimizer", "bad")
          .measured("r2", 0.9);
      study.hit(repeat, 9, "optimizer", "fair").measured("r2", -7);
    }
    StudyReport report = study.report();
    assertThat(report.rankings().get(0).rows())
        .extracting(row -> row.contender().get(1))
        .containsExactly("good", "fair", "bad");
    assertThat(report.answer().text())
        .contains("33 % of these trials diverged and count as the worst.")
        .contains("Best optimizer: good (median final r2 0.5 [0.5, 0.5], ");
  }

  @Test
  void metricThatOnlySomeCellsHaveIsExplainedAmongThese() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    RandomStream random = new RandomStream(3);
    for (int repeat = 0; repeat < 10; repeat++) {
      for (String optimizer : List.of("a", "b")) {
        study.hit(repeat, 9 + repeat, "problem", "box", "optimizer", optimizer);
        study
            .hit(repeat, 9 + repeat, "problem", "data", "optimizer", optimizer)
            .measured("accuracy", random.nextDouble());
      }
    }
    Explained accuracy =
        study.report().explained().stream()
            .filter(one -> one.response().metric().equals("accuracy"))
            .findFirst()
            .orElseThrow();
    assertThat(accuracy.decomposition().cells()).isEqualTo(2);
    assertThat(accuracy.missed()).isEqualTo(new Share(0, 20));
  }

  /** At 0.1 the activation decides, at 0.01 the optimizer. */
  private static SyntheticStudy twoTargets() {
    SyntheticStudy study = new SyntheticStudy(0.1, 0.01);
    RandomStream random = new RandomStream(21);
    for (int repeat = 0; repeat < 20; repeat++) {
      for (int a = 0; a < 3; a++) {
        for (int o = 0; o < 3; o++) {
          double first = Math.pow(10, 1 + 0.5 * a + 0.1 * random.nextGaussian());
          double second = Math.pow(10, 1.2 + 0.5 * o + 0.1 * random.nextGaussian());
          study.trial(
              repeat,
              Outcome.COMPLETED,
              900,
              0.005,
              List.of(first, second),
              "activation",
              "x" + a,
              "optimizer",
              "o" + o);
        }
      }
    }
    return study;
  }

  /** Of the cost the optimizer decides, the lower the better; of the metric the activation. */
  private static SyntheticStudy measured(String metric) {
    SyntheticStudy study = new SyntheticStudy(0.1);
    RandomStream random = new RandomStream(22);
    for (int repeat = 0; repeat < 20; repeat++) {
      for (int a = 0; a < 3; a++) {
        for (int o = 0; o < 3; o++) {
          study
              .hit(
                  repeat,
                  Math.pow(10, 1 + 0.5 * o + 0.1 * random.nextGaussian()),
                  "activation",
                  "x" + a,
                  "optimizer",
                  "o" + o)
              .measured(metric, 0.3 + 0.2 * a + 0.02 * random.nextGaussian());
        }
      }
    }
    return study;
  }
}
