package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Outcome;
import io.sluice.spi.StudyHeader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StudyComparisonTest {

  private static final double NEVER = Double.NaN;

  @Test
  void aStudyIsEqualToItself() {
    SyntheticStudy study = new SyntheticStudy(0.1, 0.01);
    for (int repeat = 0; repeat < 4; repeat++) {
      study.hit(repeat, 10 + repeat).miss(repeat, Double.NaN, "activation", "tanh");
    }
    StudyComparison comparison = compare(study, study);
    assertThat(comparison.cells()).isEqualTo(2);
    assertThat(comparison.pairs()).isEqualTo(8);
    assertThat(comparison.equal()).isEqualTo(8);
    assertThat(comparison.unpaired()).isZero();
    assertThat(comparison.provenance()).isEmpty();
    assertThat(comparison.targets())
        .containsExactly(
            new StudyComparison.AtTarget(0.1, 4, 4, 0, 0, 1, 1, 1),
            new StudyComparison.AtTarget(0.01, 0, 0, 0, 0, 1, 1, 1));
  }

  @Test
  void oneBitMakesTrialsDiffer() {
    SyntheticStudy one = new SyntheticStudy(0.1).miss(0, 0.5).miss(1, 0.0);
    SyntheticStudy other = new SyntheticStudy(0.1).miss(0, Math.nextUp(0.5)).miss(1, -0.0);
    assertThat(compare(one, other).equal()).isZero();
    assertThat(compare(one, one).equal()).isEqualTo(2);
  }

  @Test
  void whatOnlyOneHasIsCountedAndNotPaired() {
    SyntheticStudy one =
        new SyntheticStudy(0.1)
            .hit(0, 5)
            .hit(1, 5)
            .hit(0, 5, "activation", "relu")
            .hit(0, 5, "activation", "sin");
    SyntheticStudy other =
        new SyntheticStudy(0.1)
            .hit(1, 5)
            .hit(2, 5)
            .hit(3, 5)
            .hit(0, 5, "activation", "tanh")
            .trial(0, Outcome.CANCELLED, 1, 1, List.of(NEVER));
    StudyComparison comparison = compare(one, other);
    assertThat(comparison.cells()).isEqualTo(1);
    assertThat(comparison.onlyFirst()).isEqualTo(2);
    assertThat(comparison.onlySecond()).isEqualTo(1);
    assertThat(comparison.pairs()).isEqualTo(1);
    assertThat(comparison.unpaired()).isEqualTo(3);
  }

  @Test
  void successAndCostAreJudgedByTheSignsOfWholeRepeats() {
    SyntheticStudy one = new SyntheticStudy(0.1);
    SyntheticStudy other = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 8; repeat++) {
      one.miss(repeat, 1).hit(repeat, 10, "activation", "relu");
      other.hit(repeat, 100).hit(repeat, 20, "activation", "relu");
    }
    StudyComparison.AtTarget at = compare(one, other).targets().get(0);
    assertThat(at.reachedFirst()).isEqualTo(8);
    assertThat(at.reachedSecond()).isEqualTo(16);
    assertThat(at.better()).isEqualTo(8);
    assertThat(at.worse()).isZero();
    // All eight signs are alike: 2 / 2^8; two tests, so Holm doubles both.
    assertThat(at.successP()).isCloseTo(2 * 2 / 256.0, within(1e-12));
    assertThat(at.costP()).isCloseTo(2 * 2 / 256.0, within(1e-12));
    // A miss costs the budget of 1000: the ratios are 100/1000 and 20/10.
    assertThat(at.costRatio()).isCloseTo(Math.sqrt(0.1 * 2), within(1e-12));
  }

  @Test
  void onlyTargetsOfBothAreCompared() {
    SyntheticStudy one =
        new SyntheticStudy(0.1, 0.01).trial(0, Outcome.COMPLETED, 9, 0, List.of(3.0, 5.0));
    SyntheticStudy other =
        new SyntheticStudy(0.01, 1.0).trial(0, Outcome.COMPLETED, 9, 0, List.of(5.0, 1.0));
    StudyComparison comparison = compare(one, other);
    assertThat(comparison.targets())
        .extracting(StudyComparison.AtTarget::target)
        .containsExactly(0.01);
    assertThat(comparison.equal()).isEqualTo(1);
    assertThat(compare(new SyntheticStudy().miss(0, 1), one).targets()).isEmpty();
  }

  @Test
  void provenanceThatIsNotTheSameIsNamedWithBothValues() {
    StudyHeader one = header(Map.of("sluice", "1", "jvm", "17"));
    StudyHeader other = header(Map.of("sluice", "2", "jvm", "17", "plugin x", "3"));
    StudyComparison comparison =
        StudyComparison.of(
            one, new SyntheticStudy().trials(), other, new SyntheticStudy().trials());
    assertThat(comparison.provenance())
        .containsOnly(
            Map.entry("sluice", List.of("1", "2")), Map.entry("plugin x", List.of("", "3")));
    assertThat(comparison.pairs()).isZero();
  }

  private static StudyHeader header(Map<String, String> provenance) {
    return new StudyHeader("a", "a", "", "{}", 0, 1, List.of(), provenance);
  }

  private static StudyComparison compare(SyntheticStudy first, SyntheticStudy second) {
    return StudyComparison.of(first.header(), first.trials(), second.header(), second.trials());
  }
}
