package io.sluice.analysis.claim;

import static io.sluice.analysis.claim.MadeStudy.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.Share;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The power that is printed is the share of made-up studies that support what is so. */
class ClaimPowerTest {

  private static final int STUDIES = 2000;
  private static final double OFF = 0.05;
  private static final Group A = group("activation", "a");
  private static final Group B = group("activation", "b");

  @ParameterizedTest
  @CsvSource({
    "5,  0.3, 0.5, 0.05",
    "10, 0.3, 0.5, 0.05",
    "40, 0.3, 0.5, 0.05",
    "40, 0.3, 0.5, 0.01",
    "12, 0.05, 0.1, 0.0125",
    "60, 0.1, 0.3, 0.025",
    "10, 1, 0.1, 0.05"
  })
  void ofADifference(int repeats, double effect, double spread, double level) {
    for (int sign = -1; sign <= 1; sign += 2) {
      Rule rule =
          new Difference(A, B, Measure.loss(true), new Criterion.AtLeast(sign * effect), spread);
      assertThat(simulated(rule, repeats, sign * effect, spread, level))
          .isCloseTo(rule.power(repeats, level).orElseThrow(), within(OFF));
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 0.5, 0.5, 0.05", "40, 0.2, 0.5, 0.05", "30, 0.3, 0.4, 0.01"})
  void ofAnEquivalence(int repeats, double reach, double spread, double level) {
    Rule closed =
        new Difference(A, B, Measure.loss(true), new Criterion.Between(-reach, reach), spread);
    assertThat(simulated(closed, repeats, 0, spread, level))
        .isCloseTo(closed.power(repeats, level).orElseThrow(), within(OFF));
    Criterion open = new Criterion.Between(Double.NEGATIVE_INFINITY, reach);
    Rule notHigher = new Difference(A, B, Measure.loss(true), open, spread);
    assertThat(simulated(notHigher, repeats, 0, spread, level))
        .isCloseTo(notHigher.power(repeats, level).orElseThrow(), within(OFF));
  }

  private static double simulated(
      Rule rule, int repeats, double effect, double spread, double level) {
    Random random = new Random(repeats);
    int found = 0;
    for (int s = 0; s < STUDIES; s++) {
      MadeStudy study = new MadeStudy();
      for (int r = 0; r < repeats; r++) {
        study.loss(r, 0.01, "activation", "b");
        double log = -2 + effect + spread * random.nextGaussian();
        study.loss(r, Math.pow(10, log), "activation", "a");
      }
      found += rule.judge(study.evidence(), level).verdict() == Verdict.SUPPORTED ? 1 : 0;
    }
    return found / (double) STUDIES;
  }

  @ParameterizedTest
  @CsvSource({
    "20, 0.3, 0.05",
    "60, 0.2, 0.05",
    "60, 0.5, 0.0167",
    "100, 0.1, 0.01",
    "200, 0.2, 0.0125"
  })
  void ofADifferenceOfSuccess(int repeats, double effect, double level) {
    Measure success = Measure.success(MadeStudy.TARGET);
    Rule rule = new Difference(A, B, success, new Criterion.AtLeast(effect), 0.5);
    Random random = new Random(repeats);
    int found = 0;
    for (int s = 0; s < STUDIES; s++) {
      MadeStudy study = new MadeStudy();
      for (int r = 0; r < repeats; r++) {
        study.cost(r, hit(random, 0.5 + effect / 2), "activation", "a");
        study.cost(r, hit(random, 0.5 - effect / 2), "activation", "b");
      }
      found += rule.judge(study.evidence(), level).verdict() == Verdict.SUPPORTED ? 1 : 0;
    }
    assertThat(found / (double) STUDIES)
        .isCloseTo(rule.power(repeats, level).orElseThrow(), within(OFF));
  }

  @ParameterizedTest
  @CsvSource({"40, 0.8, 0.1, true", "200, 0.5, 0.1, false", "60, 0.05, 0.1, true"})
  void ofAShare(int repeats, double share, double margin, boolean atLeast) {
    Rule rule = new Reached(A, MadeStudy.TARGET, atLeast, share, margin);
    Random random = new Random(repeats);
    int found = 0;
    for (int s = 0; s < STUDIES; s++) {
      MadeStudy study = new MadeStudy();
      for (int r = 0; r < repeats; r++) {
        study.cost(r, hit(random, atLeast ? share + margin : share - margin), "activation", "a");
      }
      found += rule.judge(study.evidence()).verdict() == Verdict.SUPPORTED ? 1 : 0;
    }
    assertThat(found / (double) STUDIES)
        .isCloseTo(rule.power(repeats, 0.05).orElseThrow(), within(OFF));
  }

  private static double hit(Random random, double chance) {
    return random.nextDouble() < chance ? 7 : Double.NaN;
  }

  /** Clopper and Pearson's interval covers at least what it says, whatever the share. */
  @ParameterizedTest
  @CsvSource({"1, 0.5", "5, 0.02", "20, 0.5", "20, 0.97", "200, 0.3"})
  void theExactIntervalOfAShareCovers(int n, double truth) {
    double covered = 0;
    double all = 0;
    for (int k = 0; k <= n; k++) {
      double chance = Share.chance(k, n, truth);
      var interval = new Share(k, n).exact(0.05);
      covered += interval.lower() <= truth && truth <= interval.upper() ? chance : 0;
      all += chance;
    }
    assertThat(all).isCloseTo(1, within(1e-12));
    assertThat(covered).isGreaterThanOrEqualTo(0.95);
  }

  /** Of SciPy 1.11: {@code binomtest(k, n).proportion_ci(0.95, "exact")}. */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.3084971078187608",
    "10, 10, 0.6915028921812392, 1",
    "7, 20, 0.15390920478454118, 0.5921885345328282"
  })
  void theExactIntervalAgreesWithSciPy(int k, int n, double lower, double upper) {
    var interval = new Share(k, n).exact(0.05);
    assertThat(interval.lower()).isCloseTo(lower, within(1e-7));
    assertThat(interval.upper()).isCloseTo(upper, within(1e-7));
  }
}
