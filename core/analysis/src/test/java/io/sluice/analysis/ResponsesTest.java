package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.Explained.Method;
import io.sluice.analysis.Response.Kind;
import io.sluice.analysis.variance.Source;
import io.sluice.spi.Outcome;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every response of studies whose truth is known, and what the answer says of it. */
class ResponsesTest {

  private static final double NONE = Double.NaN;

  /** The log cost and the probability of success of a pair. */
  private interface Truth {
    double[] of(int activation, int optimizer);
  }

  @Test
  void successAndCostGivenSuccessAreToldApart() {
    // The optimizer decides who succeeds, the activation what success costs.
    StudyReport report =
        crossed(20, 1, (a, o) -> new double[] {1 + 0.5 * a, 0.95 - 0.4 * o}).report();
    assertThat(report.answer().text())
        .contains("The optimizer decides more than the activation, by ")
        .contains(
            " % of these trials never reached that loss and count with the budget. By the cost of"
                + " those that reached it, the activation decides more.")
        .doesNotContain("By success alone");
    assertThat(of(report, Kind.SUCCESS, Method.DEVIANCE).decomposition().sources().get(0).name())
        .isEqualTo("optimizer");
  }

  @Test
  void successThatDecidesOtherwiseIsSaidOnce() {
    // The activation decides who succeeds; where all do, the optimizer decides the cost.
    String answer =
        crossed(40, 2, (a, o) -> new double[] {0.5 + 1.1 * o, a == 2 ? 0.55 : 0.98}).answer();
    assertThat(answer)
        .contains("The optimizer decides more than the activation, by ")
        .contains(" By success alone, the activation decides more.")
        .doesNotContain("By the log odds")
        .doesNotContain("By the cost of those");
  }

  @Test
  void viewsThatAgreeAreNotMentioned() {
    assertThat(crossed(20, 3, (a, o) -> new double[] {1 + 0.6 * o, 0.98 - 0.3 * o}).answer())
        .contains("The optimizer decides more than the activation, by ")
        .contains("count with the budget. Best pair")
        .doesNotContain("By ");
  }

  @Test
  void costOfHitsHasTheSharesOfSingleTrials() {
    // Success is by chance alone, so the trials that have it are like all others.
    Truth some = (a, o) -> new double[] {1 + 0.15 * o, 0.6};
    Truth all = (a, o) -> new double[] {1 + 0.15 * o, 1};
    Explained hits = of(crossed(100, 4, some).report(), Kind.COST_OF_HITS, Method.VARIANCE);
    Explained whole = of(crossed(100, 4, all).report(), Kind.LOG_COST, Method.VARIANCE);
    assertThat(hits.decomposition().repeats()).isEqualTo(10);
    double share = whole.decomposition().source("optimizer").orElseThrow().share().value();
    assertThat(share).isBetween(0.5, 0.65);
    assertThat(hits.decomposition().source("optimizer").orElseThrow().share().value())
        .isCloseTo(share, within(0.05));
    assertThat(hits.decomposition().seeds().value())
        .isCloseTo(whole.decomposition().seeds().value(), within(0.05));
  }

  @Test
  void cellsThatHardlyEverSucceedAreLeftOutOfTheCostOfHits() {
    StudyReport report =
        crossed(30, 5, (a, o) -> new double[] {1 + 0.2 * o, a == 2 ? 0.05 : 1}).report();
    assertThat(of(report, Kind.COST_OF_HITS, Method.VARIANCE).decomposition().cells()).isEqualTo(6);
    assertThat(of(report, Kind.LOG_COST, Method.VARIANCE).decomposition().cells()).isEqualTo(9);
  }

  @Test
  void whereAllSucceedThereIsNoOtherView() {
    assertThat(crossed(10, 6, (a, o) -> new double[] {1 + 0.3 * o, 1}).report().explained())
        .extracting(one -> one.response().kind())
        .doesNotContain(Kind.SUCCESS, Kind.COST_OF_HITS, Kind.AREA)
        .contains(Kind.LOG_COST);
  }

  @Test
  void areaIsTheMeanOverTheTargets() {
    SyntheticStudy study = new SyntheticStudy(0.1, 0.01);
    RandomStream random = new RandomStream(7);
    List<double[]> expected = new ArrayList<>();
    for (String optimizer : List.of("a", "b")) {
      double[] own = new double[12];
      for (int repeat = 0; repeat < 12; repeat++) {
        double first = 10 + 20 * random.nextDouble();
        double second = random.nextDouble() < 0.5 ? NONE : 100;
        own[repeat] = (Math.log10(first) + Math.log10(second > 0 ? second : 1000)) / 2;
        study.trial(
            repeat, Outcome.COMPLETED, 900, 0.005, List.of(first, second), "optimizer", optimizer);
      }
      expected.add(own);
    }
    Source source = of(study.report(), Kind.AREA, Method.VARIANCE).decomposition().sources().get(0);
    assertThat(source.etaSquared())
        .isCloseTo(etaSquared(expected.get(0), expected.get(1)), within(1e-12));
  }

  private static double etaSquared(double[] first, double[] second) {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < first.length; i++) {
      sum += first[i] + second[i];
      squares += first[i] * first[i] + second[i] * second[i];
    }
    double apart = 0;
    for (int i = 0; i < first.length; i++) {
      apart += (first[i] - second[i]) / first.length;
    }
    double total = squares - sum * sum / (2 * first.length);
    return apart * apart / 4 * 2 * first.length / total;
  }

  @Test
  void divergedTrialsHaveTheLastPlaceByTheFinalLoss() {
    SyntheticStudy study = new SyntheticStudy();
    for (int repeat = 0; repeat < 10; repeat++) {
      study.miss(repeat, 1e-300 * (1 + repeat), "optimizer", "tiny");
      study.miss(repeat, 0, "optimizer", "none");
      study.trial(repeat, Outcome.DIVERGED, 5, 1e9, List.of(), "optimizer", "bad");
    }
    StudyReport report = study.report();
    Explained loss = of(report, Kind.FINAL_LOSS, Method.VARIANCE);
    assertThat(loss.missed()).isEqualTo(new Share(10, 30));
    assertThat(loss.decomposition().source("optimizer").orElseThrow().share().value())
        .isGreaterThan(0.95);
    assertThat(report.answer().text())
        .contains("33 % of these trials diverged and count as the worst.");
  }

  @Test
  void placesOfProblemsAreTheirOwn() {
    SyntheticStudy study = new SyntheticStudy();
    RandomStream random = new RandomStream(8);
    for (int repeat = 0; repeat < 10; repeat++) {
      for (String optimizer : List.of("a", "b")) {
        for (int problem = 0; problem < 2; problem++) {
          double scale = problem == 0 ? 1e6 : 1e-6;
          double loss = scale * (optimizer.equals("a") ? 1 : 2) * (1 + 0.1 * random.nextDouble());
          study.miss(repeat, loss, "problem", "p" + problem, "optimizer", optimizer);
        }
      }
    }
    Explained loss = of(study.report(), Kind.FINAL_LOSS, Method.VARIANCE);
    assertThat(loss.decomposition().source("optimizer").orElseThrow().share().value())
        .isGreaterThan(0.7);
    assertThat(loss.decomposition().source("problem").orElseThrow().share().value())
        .isCloseTo(0, within(0.05));
  }

  @Test
  void effectOfAFewTrialsFarOffIsNotConfirmedByRanks() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    RandomStream random = new RandomStream(9);
    for (int repeat = 0; repeat < 40; repeat++) {
      for (int a = 0; a < 2; a++) {
        for (int o = 0; o < 3; o++) {
          boolean far = o == 2 && a == 1 && repeat % 4 == 0;
          double noise = (random.nextDouble() < 0.5 ? -1 : 1) * random.nextDouble();
          study.hit(
              repeat,
              far ? 999 : Math.pow(10, 1 + 0.4 * noise),
              "activation",
              "x" + a,
              "optimizer",
              "o" + o);
        }
      }
    }
    assertThat(study.answer())
        .contains("Ranks, which a few trials far off do not sway, do not confirm the ");
    assertThat(crossed(20, 10, (a, o) -> new double[] {1 + 0.4 * o, 1}).answer())
        .doesNotContain("do not confirm");
  }

  @Test
  void decidingNumberIsExplainedAtEachLevelOfFactorsWithFewLevels() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    RandomStream random = new RandomStream(12);
    for (int repeat = 0; repeat < 5; repeat++) {
      for (int a = 0; a < 7; a++) {
        for (int o = 0; o < 6; o++) {
          study.hit(
              repeat,
              10 + 10 * random.nextDouble(),
              "activation",
              "x" + a,
              "optimizer",
              "o" + o,
              "bounds",
              "b" + o % 2,
              "initial-weights",
              "w" + o % 2);
        }
      }
    }
    assertThat(study.report().explained().stream().filter(one -> !one.overall()))
        .extracting(Explained::where)
        .containsExactly(
            Map.of("optimizer", "o0"),
            Map.of("optimizer", "o1"),
            Map.of("optimizer", "o2"),
            Map.of("optimizer", "o3"),
            Map.of("optimizer", "o4"),
            Map.of("optimizer", "o5"),
            Map.of("initial-weights", "w0"),
            Map.of("initial-weights", "w1"));
  }

  @Test
  void chanceAloneGivesNoVerdictByAnyResponse() {
    int studies = 60;
    Map<String, Integer> claims = new TreeMap<>();
    for (int seed = 0; seed < studies; seed++) {
      RandomStream random = new RandomStream(500 + seed);
      SyntheticStudy study = new SyntheticStudy(0.1, 0.01);
      if (seed % 2 == 0) {
        study.decidedBy("target 0.1"); // Which all reach, so that there are aligned ranks.
      }
      for (int repeat = 0; repeat < 10; repeat++) {
        double common = random.nextGaussian();
        for (int a = 0; a < 10; a++) {
          for (int o = 0; o < 3; o++) {
            double own = common + random.nextGaussian();
            double cost = Math.pow(10, 2 + 0.2 * own);
            double second = own < 1.2 ? 2 * cost : NONE;
            study
                .trial(
                    repeat,
                    Outcome.COMPLETED,
                    900,
                    Math.exp(common + random.nextGaussian()),
                    List.of(cost, second),
                    "activation",
                    "x" + a,
                    "optimizer",
                    "o" + o)
                .measured("validation-accuracy", random.nextDouble());
          }
        }
      }
      for (Explained one : study.report().explained()) {
        if (one.overall()) {
          String name = one.response().kind() + " " + one.method();
          boolean claimed =
              Verdict.of(one.decomposition())
                  .filter(verdict -> verdict != Verdict.UNDECIDED)
                  .isPresent();
          claims.merge(name, claimed ? 1 : 0, Integer::sum);
        }
      }
    }
    assertThat(claims)
        .containsKeys(
            "LOG_COST VARIANCE",
            "SUCCESS VARIANCE",
            "SUCCESS DEVIANCE",
            "COST_OF_HITS VARIANCE",
            "AREA VARIANCE",
            "FINAL_LOSS VARIANCE",
            "METRIC VARIANCE",
            "LOG_COST ALIGNED_RANKS");
    assertThat(claims.values())
        .as("verdicts without an effect in " + studies + " studies: " + claims)
        .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(4));
  }

  private static Explained of(StudyReport report, Kind kind, Method method) {
    Optional<Explained> found =
        report.explained().stream()
            .filter(Explained::overall)
            .filter(one -> one.response().kind() == kind && one.method() == method)
            .findFirst();
    return found.orElseThrow();
  }

  private static SyntheticStudy crossed(int repeats, long seed, Truth truth) {
    SyntheticStudy study = new SyntheticStudy(0.001);
    RandomStream random = new RandomStream(seed);
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (int a = 0; a < 3; a++) {
        for (int o = 0; o < 3; o++) {
          double[] means = truth.of(a, o);
          double cost = Math.pow(10, means[0] + 0.1 * random.nextGaussian());
          boolean hit = random.nextDouble() < means[1] && cost < SyntheticStudy.BUDGET;
          study.hit(repeat, hit ? cost : NONE, "activation", "x" + a, "optimizer", "o" + o);
        }
      }
    }
    return study;
  }
}
