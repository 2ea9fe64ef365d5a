package io.sluice.analysis.claim;

import static io.sluice.analysis.claim.MadeStudy.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.Estimate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  private static final Measure BEST = Measure.loss(true);
  private static final Measure SUCCESS = Measure.success(MadeStudy.TARGET);
  private static final Group RELU = group("activation", "relu");
  private static final Group TANH = group("activation", "tanh");

  private static Difference lower(double by) {
    return new Difference(RELU, TANH, BEST, new Criterion.AtLeast(-by), 0.5);
  }

  /** Losses of relu that are so many powers of ten from those of tanh, with some noise. */
  private static MadeStudy apart(double powers, int repeats, double noise, long seed) {
    Random random = new Random(seed);
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < repeats; r++) {
      study.loss(r, Math.pow(10, -2), "activation", "tanh");
      double loss = -2 + powers + noise * random.nextGaussian();
      study.loss(r, Math.pow(10, loss), "activation", "relu");
    }
    return study;
  }

  @ParameterizedTest
  @CsvSource({
    "-1,    20, 0.2, SUPPORTED",
    "-0.35, 80, 0.2, SUPPORTED",
    "-0.1,  80, 0.2, REFUTED",
    "0,     20, 0.2, REFUTED",
    "1,     20, 0.2, REFUTED",
    "-0.3,  3,  1,   UNDECIDED",
    "-1,    1,  0,   UNDECIDED"
  })
  void aDifferenceIsHeldAgainstTheSmallestThatMatters(
      double powers, int repeats, double noise, Verdict verdict) {
    Finding finding = lower(0.3).judge(apart(powers, repeats, noise, 3).evidence());
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.effect().orElseThrow().repeats()).isEqualTo(repeats);
    assertThat(finding.change()).isNotBlank();
  }

  @Test
  void undecidedSaysHowManyMoreRepeatsWouldSettleIt() {
    Finding finding = lower(0.3).judge(apart(-0.5, 6, 0.8, 5).evidence());
    assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(finding.change()).matches("about \\d+ more repeats, if effect and spread stay");
  }

  @ParameterizedTest
  @CsvSource({"0, SUPPORTED", "0.05, SUPPORTED", "0.2, UNDECIDED", "0.4, REFUTED", "-0.4, REFUTED"})
  void anEquivalenceIsAnIntervalInsideOfItsRegion(double powers, Verdict verdict) {
    Rule rule = new Difference(RELU, TANH, BEST, new Criterion.Between(-0.2, 0.2), 0.5);
    assertThat(rule.judge(apart(powers, 40, 0.2, 9).evidence()).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"-2, SUPPORTED", "0, SUPPORTED", "0.3, UNDECIDED", "1, REFUTED"})
  void whatIsNotHigherMayBeMuchLower(double powers, Verdict verdict) {
    Criterion open = new Criterion.Between(Double.NEGATIVE_INFINITY, 0.3);
    Rule rule = new Difference(RELU, TANH, BEST, open, 0.5);
    assertThat(rule.judge(apart(powers, 40, 0.2, 9).evidence()).verdict()).isEqualTo(verdict);
    assertThat(rule.words()).contains("not higher by 0.3 powers of ten");
  }

  /** What is claimed is false by construction, so at most one study in twenty may support it. */
  @ParameterizedTest
  @ValueSource(ints = {3, 6, 12, 40})
  void whereThereIsNoDifferenceOneIsHardlyEverFound(int repeats) {
    int found = 0;
    int studies = 1000;
    for (int s = 0; s < studies; s++) {
      // A smallest effect near none: only chance can support it.
      Verdict verdict = lower(1e-9).judge(apart(0, repeats, 0.5, 1000 + s).evidence()).verdict();
      found += verdict == Verdict.SUPPORTED ? 1 : 0;
    }
    assertThat(found / (double) studies).isLessThan(0.04);
  }

  /** Four true cases in one claim: rarely is even one of them called refuted. */
  @Test
  void severalIntervalsHoldTogether() {
    Criterion zero = new Criterion.Between(-1e-9, 1e-9);
    int wrong = 0;
    int studies = 500;
    for (int s = 0; s < studies; s++) {
      Random random = new Random(s);
      MadeStudy study = new MadeStudy();
      for (int r = 0; r < 8; r++) {
        for (String problem : List.of("a", "b", "c", "d")) {
          for (String label : List.of("relu", "tanh")) {
            study.loss(
                r, Math.pow(10, random.nextGaussian()), "problem", problem, "activation", label);
          }
        }
      }
      List<Part> parts =
          List.of("a", "b", "c", "d").stream()
              .map(
                  problem ->
                      new Part(
                          problem,
                          new Difference(RELU, TANH, BEST, zero, 0.5)
                              .where(Map.of("problem", List.of(problem)))))
              .toList();
      Verdict verdict = new All(parts).judge(study.evidence()).verdict();
      wrong += verdict == Verdict.REFUTED ? 1 : 0;
    }
    assertThat(wrong / (double) studies).isLessThan(0.08);
  }

  @ParameterizedTest
  @CsvSource({"20, 0, SUPPORTED", "20, 20, REFUTED", "20, 17, UNDECIDED", "3, 0, UNDECIDED"})
  void sharesOfSuccessHaveAWidthEvenWhereAllAgree(int repeats, int others, Verdict verdict) {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < repeats; r++) {
      study.cost(r, 10, "activation", "relu");
      study.cost(r, r < others ? 10 : Double.NaN, "activation", "tanh");
    }
    Rule rule = new Difference(RELU, TANH, SUCCESS, new Criterion.AtLeast(0.3), 0.5);
    Finding finding = rule.judge(study.evidence());
    assertThat(finding.verdict()).isEqualTo(verdict);
    Estimate estimate = finding.effect().orElseThrow().estimate();
    assertThat(estimate.upper()).isGreaterThan(estimate.lower()).isLessThanOrEqualTo(1);
  }

  @Test
  void aTrialThatMissedTheTargetCountsWithItsBudget() {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 10; r++) {
      study.cost(r, 100 + r, "activation", "relu");
      study.cost(r, r % 2 == 0 ? 100 + r : Double.NaN, "activation", "tanh");
    }
    Measure cost = Measure.cost(MadeStudy.TARGET);
    Rule rule = new Difference(RELU, TANH, cost, new Criterion.AtLeast(-0.1), 0.5);
    Estimate estimate = rule.judge(study.evidence()).effect().orElseThrow().estimate();
    assertThat(estimate.value()).isCloseTo(-0.5 * Math.log10(1000 / 105.0), within(0.01));
  }

  @Test
  void aRepeatWithoutANumberIsLeftOutAndCounted() {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 6; r++) {
      study.metric(r, "dead", 0.1 + 0.001 * r, "activation", "relu");
      if (r == 2) {
        study.failed(r, "activation", "tanh");
      } else {
        study.metric(r, "dead", 0.5, "activation", "tanh");
      }
    }
    Rule rule =
        new Difference(RELU, TANH, Measure.metric("dead"), new Criterion.AtLeast(-0.1), 0.5);
    Finding finding = rule.judge(study.evidence());
    assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
    assertThat(finding.reason()).contains("over 5 repeats, 1 without a number left out");
  }

  /** Tanh has a hard problem that relu has not; that must not count for relu. */
  @Test
  void onlyCellsWithAPartnerAreCompared() {
    MadeStudy study = apart(-0.1, 20, 0.01, 3);
    for (int r = 0; r < 20; r++) {
      study.loss(r, 1000, "activation", "tanh", "problem", "hard");
    }
    Finding finding = lower(0.3).judge(study.evidence());
    assertThat(finding.verdict()).isEqualTo(Verdict.REFUTED);
    assertThat(finding.reason()).endsWith(", 1 cells without a partner left out");
  }

  @Test
  void severalCellsBesideOneCountWithTheirMean() {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 4; r++) {
      study.loss(r, 0.1, "activation", "relu");
      study.loss(r, 0.01, "activation", "tanh");
      study.loss(r, 0.0001, "activation", "sine");
    }
    Group both = group("activation", "tanh|sine");
    Rule rule = new Difference(RELU, both, BEST, new Criterion.AtLeast(1), 0.5);
    assertThat(rule.judge(study.evidence()).effect().orElseThrow().estimate().value())
        .isCloseTo(2, within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({"1e-12, SUPPORTED", "0, SUPPORTED", "2e-9, REFUTED", "NaN, REFUTED"})
  void anIdentityTakesTheWorstOfAllPairs(double off, Verdict verdict) {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 5; r++) {
      study.metric(r, "accuracy", 0.5, "activation", "relu");
      study.metric(r, "accuracy", 0.5 + (r == 3 ? off : 0), "activation", "tanh");
    }
    Rule rule = new Identity(RELU, TANH, Measure.metric("accuracy"), 1e-9);
    assertThat(rule.judge(study.evidence()).verdict()).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"0.25, SUPPORTED", "0.2499, REFUTED", "0.9, SUPPORTED"})
  void aBoundIsBrokenByASingleTrial(double odd, Verdict verdict) {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 30; r++) {
      study.loss(r, r == 17 ? odd : 0.3, "activation", "relu");
    }
    Rule rule = new Bound(RELU, BEST, 0.25, Double.POSITIVE_INFINITY);
    Finding finding = rule.judge(study.evidence());
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.reason())
        .contains(verdict == Verdict.REFUTED ? "1 of 30 are not" : "all of");
  }

  @ParameterizedTest
  @CsvSource({"40, SUPPORTED", "20, REFUTED", "37, UNDECIDED", "36, UNDECIDED"})
  void aShareIsHeldAgainstItsThresholdByTheExactInterval(int hits, Verdict verdict) {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 40; r++) {
      study.cost(r, r < hits ? 5 : Double.NaN, "activation", "relu");
    }
    Rule atLeast = new Reached(RELU, MadeStudy.TARGET, true, 0.85, 0.1);
    assertThat(atLeast.judge(study.evidence()).verdict()).isEqualTo(verdict);
    Rule atMost = new Reached(RELU, MadeStudy.TARGET, false, 0.85, 0.1);
    Verdict opposite =
        verdict == Verdict.UNDECIDED
            ? verdict
            : verdict == Verdict.SUPPORTED ? Verdict.REFUTED : Verdict.SUPPORTED;
    assertThat(atMost.judge(study.evidence()).verdict()).isEqualTo(opposite);
  }

  @Test
  void aShareIsOfOneCell() {
    MadeStudy study = new MadeStudy().cost(0, 1, "problem", "a").cost(0, 1, "problem", "b");
    Rule rule = new Reached(group(), MadeStudy.TARGET, true, 0.5, 0.1);
    Evidence evidence = study.evidence();
    assertThatThrownBy(() -> rule.judge(evidence))
        .hasMessage(
            "a share is of one cell, whose trials are independent, but all trials are 2 cells;"
                + " name more factors");
  }

  @ParameterizedTest
  @CsvSource({"-2, SUPPORTED", "-1, REFUTED", "-1.9, UNDECIDED", "0, REFUTED"})
  void aSlopeIsTheExponentOfAScalingLaw(double exponent, Verdict verdict) {
    Random random = new Random(2);
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 30; r++) {
      for (int n : new int[] {4, 16, 64}) {
        double loss = Math.pow(n, exponent) * Math.pow(10, 0.1 * random.nextGaussian());
        study.loss(r, loss, "network", "1-" + n + "-1 linear");
      }
    }
    Map<String, Double> at = Map.of("1-4-1", 4.0, "1-16-1", 16.0, "1-64-1", 64.0);
    Rule rule =
        new Slope(
            group(), Optional.empty(), "network", at, BEST, new Criterion.Between(-2.1, -1.9), 0.1);
    Finding finding = rule.judge(study.evidence());
    assertThat(finding.verdict()).isEqualTo(verdict);
    assertThat(finding.effect().orElseThrow().estimate().value()).isCloseTo(exponent, within(0.05));
  }

  @Test
  void aSlopeAgainstAnotherGroupIsThatOfTheirRatio() {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 5; r++) {
      for (int n : new int[] {4, 16}) {
        study.loss(r, 1.0 / n, "network", "w" + n, "optimizer", "adam");
        study.loss(r, 3.0 * (1 + 0.001 * r), "network", "w" + n, "optimizer", "adamm(alpha=1)");
      }
    }
    Rule rule =
        new Slope(
            group("optimizer", "adamm"),
            Optional.of(group("optimizer", "adam")),
            "network",
            Map.of("w4", 4.0, "w16", 16.0),
            BEST,
            new Criterion.AtLeast(0.5),
            0.1);
    Finding finding = rule.judge(study.evidence());
    assertThat(finding.effect().orElseThrow().estimate().value()).isCloseTo(1, within(1e-9));
    assertThat(finding.verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, SUPPORTED", "0, 1, REFUTED", "0, 0, UNDECIDED", "1, 1, UNDECIDED"})
  void aFactorExplainsMoreThanAnother(double activation, double optimizer, Verdict verdict) {
    Random random = new Random(4);
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 12; r++) {
      for (int a = 0; a < 3; a++) {
        for (int o = 0; o < 3; o++) {
          double log = 1.5 + 0.3 * (activation * a + optimizer * o) + 0.2 * random.nextGaussian();
          study.cost(r, Math.pow(10, log), "activation", "a" + a, "optimizer", "o" + o);
        }
      }
    }
    Measure cost = Measure.cost(MadeStudy.TARGET);
    Rule rule = new Sources(group(), cost, List.of("activation"), List.of("optimizer"), 0.05);
    assertThat(rule.judge(study.evidence()).verdict()).isEqualTo(verdict);
  }

  @Test
  void anOrderNeedsAllItsNeighbours() {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 12; r++) {
      double noise = 1 + 0.02 * (r % 5);
      study.loss(r, 0.001 * noise, "activation", "relu");
      study.loss(r, 0.01, "activation", "tanh");
      study.loss(r, 0.1 * noise, "activation", "identity");
    }
    Group identity = group("activation", "identity");
    Evidence evidence = study.evidence();
    assertThat(new Order(List.of(RELU, TANH, identity), BEST, 0.3, 0.5).judge(evidence).verdict())
        .isEqualTo(Verdict.SUPPORTED);
    assertThat(new Order(List.of(RELU, identity, TANH), BEST, 0.3, 0.5).judge(evidence).verdict())
        .isEqualTo(Verdict.REFUTED);
  }

  @Test
  void mixedNamesTheConditionsOnWhichItTurns() {
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 12; r++) {
      double noise = 1 + 0.02 * (r % 5);
      study.loss(r, 0.001 * noise, "activation", "relu", "problem", "abs");
      study.loss(r, 0.1, "activation", "tanh", "problem", "abs");
      study.loss(r, 0.1 * noise, "activation", "relu", "problem", "sine");
      study.loss(r, 0.001, "activation", "tanh", "problem", "sine");
    }
    Rule rule =
        new Cases(
            List.of(
                new Part("abs", lower(0.3).where(Map.of("problem", List.of("abs")))),
                new Part("sine", lower(0.3).where(Map.of("problem", List.of("sine"))))));
    Finding finding = rule.judge(study.evidence());
    assertThat(finding.verdict()).isEqualTo(Verdict.MIXED);
    assertThat(finding.reason()).isEqualTo("supported for abs; refuted for sine");
    assertThat(finding.leaves()).extracting(Finding::condition).containsExactly("abs", "sine");
    assertThat(rule.intervals()).isEqualTo(2);
  }

  /** Parts by how far relu lies from tanh, where 0.3 lower is wanted. */
  @ParameterizedTest
  @CsvSource({
    "-1, -1, SUPPORTED, SUPPORTED",
    "-1, 1,  SUPPORTED, REFUTED",
    "1,  -1, SUPPORTED, REFUTED",
    "1,  1,  REFUTED,   REFUTED",
    "-1, -0.3, SUPPORTED, UNDECIDED",
    "1,  -0.3, UNDECIDED, REFUTED"
  })
  void anyNeedsOneOfItsPartsAndAllEachOfThem(
      double first, double second, Verdict any, Verdict all) {
    Random random = new Random(2);
    MadeStudy study = new MadeStudy();
    for (int r = 0; r < 12; r++) {
      for (String problem : List.of("abs", "sine")) {
        double apart = problem.equals("abs") ? first : second;
        double noise = (apart == -0.3 ? 1 : 0.05) * random.nextGaussian();
        study.loss(r, 0.01, "activation", "tanh", "problem", problem);
        study.loss(r, Math.pow(10, apart - 2 + noise), "activation", "relu", "problem", problem);
      }
    }
    List<Part> parts =
        List.of(
            new Part("abs", lower(0.3).where(Map.of("problem", List.of("abs")))),
            new Part("sine", lower(0.3).where(Map.of("problem", List.of("sine")))));
    Finding found = new Any(parts).judge(study.evidence());
    assertThat(found.verdict()).isEqualTo(any);
    assertThat(found.leaves()).extracting(Finding::condition).containsExactly("abs", "sine");
    if (any == Verdict.SUPPORTED && all != Verdict.SUPPORTED) {
      assertThat(found.reason()).isEqualTo("1 of 2 parts: " + (first < 0 ? "abs" : "sine"));
    }
    assertThat(new All(parts).judge(study.evidence()).verdict()).isEqualTo(all);
    assertThat(new Any(parts).level()).isEqualTo(0.025);
    assertThat(new Any(parts).power(12, 0.025)).isEqualTo(new All(parts).power(12, 0.025));
  }

  /** None of four is so; that one is found by chance stays as rare as for a single rule. */
  @Test
  void anyIsHardlyEverSupportedByChance() {
    int wrong = 0;
    int studies = 500;
    for (int s = 0; s < studies; s++) {
      Random random = new Random(900 + s);
      MadeStudy study = new MadeStudy();
      List<String> problems = List.of("a", "b", "c", "d");
      for (int r = 0; r < 10; r++) {
        for (String problem : problems) {
          for (String label : List.of("relu", "tanh")) {
            study.loss(
                r, Math.pow(10, random.nextGaussian()), "problem", problem, "activation", label);
          }
        }
      }
      Rule any =
          new Any(
              problems.stream()
                  .map(p -> new Part(p, lower(1e-9).where(Map.of("problem", List.of(p)))))
                  .toList());
      wrong += any.judge(study.evidence()).verdict() == Verdict.SUPPORTED ? 1 : 0;
    }
    assertThat(wrong / (double) studies).isBetween(0.002, 0.05);
  }

  @Test
  void aControlThatDoesNotBehaveLeavesTheClaimUndecided() {
    Evidence evidence = apart(-1, 20, 0.2, 3).evidence();
    Rule rule = lower(0.3);
    Rule against = new Difference(TANH, RELU, BEST, new Criterion.AtLeast(-0.3), 0.5);
    Judgement good =
        Judgement.of(rule, List.of(new Control("the other way", false, against)), evidence);
    assertThat(good.verdict()).isEqualTo(Verdict.SUPPORTED);
    Judgement bad =
        Judgement.of(rule, List.of(new Control("the other way", true, against)), evidence);
    assertThat(bad.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(bad.reason())
        .isEqualTo(
            "a control does not behave: the other way must hold but is refuted; without it the"
                + " claim would be supported");
  }

  @Test
  void aTrialThatFailedLeavesTheClaimUndecided() {
    MadeStudy study = apart(-1, 20, 0.2, 3);
    assertThat(Judgement.of(lower(0.3), List.of(), study.evidence()).verdict())
        .isEqualTo(Verdict.SUPPORTED);
    study.failed(0, "activation", "sin");
    Judgement judgement = Judgement.of(lower(0.3), List.of(), study.evidence());
    assertThat(judgement.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(judgement.reason()).isEqualTo("1 of 41 trials failed");
    assertThat(judgement.decided().verdict()).isEqualTo(Verdict.SUPPORTED);
  }

  @Test
  void aWordMeansItsOwnLabelBeforeThoseOfTheComponent() {
    assertThat(Group.meant(List.of("adam", "adam(rate=1)"), "adam")).containsExactly("adam");
    assertThat(Group.meant(List.of("adam(rate=2)", "adam(rate=1)"), "adam")).hasSize(2);
    assertThat(Group.meant(List.of("adam-population", "adamm"), "adam")).isEmpty();
    assertThat(Group.meant(List.of("1-4-1 linear"), "1-4-1")).containsExactly("1-4-1 linear");
  }

  @Test
  void whatIsNotThereIsNamed() {
    Evidence evidence = apart(0, 3, 0, 1).evidence();
    Rule nobody = new Difference(RELU, group("activation", "sine"), BEST, lower(1).criterion(), 1);
    assertThatThrownBy(() -> nobody.judge(evidence)).hasMessage("no trial has sine");
    Rule noTarget = new Difference(RELU, TANH, Measure.cost(0.5), lower(1).criterion(), 1);
    assertThatThrownBy(() -> noTarget.judge(evidence))
        .hasMessage("0.5 is none of the targets of made");
    Rule noStudy = new Bound(new Group("other", Map.of()), BEST, 0, 1);
    assertThatThrownBy(() -> noStudy.judge(evidence))
        .hasMessage("the claim has no study \"other\", only main");
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new Criterion.AtLeast(0)).hasMessageContaining("above 0");
    assertThatThrownBy(() -> new Criterion.Between(1, 1)).hasMessageContaining("nothing between");
    assertThatThrownBy(() -> new Difference(RELU, RELU, BEST, lower(1).criterion(), 1))
        .hasMessage("both groups are relu");
    assertThatThrownBy(() -> new Difference(RELU, TANH, BEST, lower(1).criterion(), 0))
        .hasMessageContaining("spread");
    assertThatThrownBy(() -> new Sample(5, 6)).hasMessageContaining("no more quick ones than all");
    assertThatThrownBy(() -> new Any(List.of(new Part("", lower(1)))))
        .hasMessage("rules of which any has to hold are two at least");
    assertThatThrownBy(() -> new Reached(RELU, 1, true, 1, 0.1)).hasMessageContaining("between");
  }
}
