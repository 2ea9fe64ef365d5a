package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.Power.Comparison;
import io.sluice.analysis.statistics.RankSum;
import io.sluice.analysis.statistics.SignFlip;
import io.sluice.analysis.statistics.SignedRank;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTest {

  private static final int STUDIES = 4000;
  private static final double OFF = 0.025;

  @ParameterizedTest
  @CsvSource({"6, 0.05", "10, 0.05", "20, 0.005", "45, 0.05", "60, 0.05", "80, 0.01"})
  void smallestPairedShiftIsFoundByEightyPercentOfSimulatedStudies(int repeats, double level) {
    double shift = Power.smallest(Comparison.PAIRED_COST, repeats, level, 0);
    Random random = new Random(repeats);
    assertThat(
            found(
                level,
                () -> {
                  double[] differences = new double[repeats];
                  for (int r = 0; r < repeats; r++) {
                    differences[r] = shift + random.nextGaussian() - random.nextGaussian();
                  }
                  return SignedRank.of(differences).p();
                }))
        .isCloseTo(0.8, within(OFF));
  }

  @ParameterizedTest
  @CsvSource({"5, 0.05", "12, 0.05", "30, 0.005", "60, 0.05"})
  void smallestUnpairedShiftIsFoundByEightyPercentOfSimulatedStudies(int repeats, double level) {
    double shift = Power.smallest(Comparison.UNPAIRED_COST, repeats, level, 0.9);
    Random random = new Random(repeats);
    assertThat(
            found(
                level,
                () -> {
                  double[] first = new double[repeats];
                  double[] second = new double[repeats];
                  for (int r = 0; r < repeats; r++) {
                    first[r] = random.nextGaussian();
                    second[r] = shift + random.nextGaussian();
                  }
                  return RankSum.of(first, second).p(true);
                }))
        .isCloseTo(0.8, within(OFF));
  }

  @ParameterizedTest
  @CsvSource({
    "12, 0.05, 0.5, 1",
    "20, 0.05, 0.5, 0.9",
    "50, 0.005, 0.2, 0.6",
    "450, 0.05, 0.5, 0.6",
    "1200, 0.005, 0.5, 0.55"
  })
  void powerForSuccessIsThatOfSimulatedStudies(
      int repeats, double level, double first, double second) {
    Random random = new Random(repeats);
    double power =
        found(
            level,
            () -> {
              long[] differences = new long[repeats];
              for (int r = 0; r < repeats; r++) {
                differences[r] =
                    (random.nextDouble() < second ? 1 : 0) - (random.nextDouble() < first ? 1 : 0);
              }
              return SignFlip.p(differences);
            });
    assertThat(Power.ofSuccess(repeats, first, second, level)).isCloseTo(power, within(OFF));
  }

  private static double found(double level, Supplier<Double> p) {
    int found = 0;
    for (int study = 0; study < STUDIES; study++) {
      found += p.get() <= level ? 1 : 0;
    }
    return (double) found / STUDIES;
  }

  @Test
  void fiveRepeatsFindNoPairedDifferenceHoweverLarge() {
    // The smallest p-value of five signs is 2 / 2^5.
    assertThat(Power.smallest(Comparison.PAIRED_COST, 5, 0.05, 0)).isInfinite();
    assertThat(Power.smallest(Comparison.SUCCESS, 5, 0.05, 0)).isInfinite();
    assertThat(Power.smallest(Comparison.PAIRED_COST, 6, 0.05, 0)).isFinite();
    assertThat(Power.smallest(Comparison.UNPAIRED_COST, 3, 0.05, 0)).isInfinite();
    assertThat(Power.smallest(Comparison.UNPAIRED_COST, 4, 0.05, 0)).isFinite();
  }

  @Test
  void pairsThatHangTogetherShowSmallerShifts() {
    double apart = Power.smallest(Comparison.PAIRED_COST, 20, 0.05, 0);
    assertThat(Power.smallest(Comparison.PAIRED_COST, 20, 0.05, 0.75))
        .isCloseTo(apart / 2, within(1e-12));
    assertThat(Power.smallest(Comparison.UNPAIRED_COST, 20, 0.05, 0.75))
        .isEqualTo(Power.smallest(Comparison.UNPAIRED_COST, 20, 0.05, 0));
  }

  @Test
  void neededRepeatsAreTheFewestThatFindTheEffect() {
    Power power = Power.of(20, 9, Optional.empty());
    assertThat(power.smallest()).hasSize(6);
    assertThat(power.needed()).hasSize(2 * (2 + 3 + 3));
    for (Power.Needed needed : power.needed()) {
      double with = Power.smallest(needed.comparison(), needed.repeats(), needed.level(), 0);
      double without = Power.smallest(needed.comparison(), needed.repeats() - 1, needed.level(), 0);
      assertThat(with).isLessThanOrEqualTo(needed.effect() + 1e-6);
      assertThat(without).isGreaterThan(needed.effect());
    }
  }

  @Test
  void holmTakesMoreThanASingleComparison() {
    Power alone = Power.of(20, 1, Optional.empty());
    Power many = Power.of(20, 10, Optional.empty());
    assertThat(alone.smallest()).hasSize(3).allMatch(smallest -> smallest.level() == 0.05);
    for (Comparison comparison : Comparison.values()) {
      double[] effects =
          many.smallest().stream()
              .filter(smallest -> smallest.comparison() == comparison)
              .mapToDouble(Power.Smallest::effect)
              .toArray();
      assertThat(effects[1]).isGreaterThan(effects[0]);
    }
    assertThatThrownBy(() -> Power.of(0, 1, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one repeat");
  }

  @Test
  void spreadOfTheSeedsIsSeenInTheRows() {
    Random random = new Random(3);
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 4000; repeat++) {
      double shared = 0.3 * random.nextGaussian();
      for (int activation = 0; activation < 4; activation++) {
        double cost = 1.5 + 0.1 * activation + shared + 0.1 * random.nextGaussian();
        study.hit(repeat, Math.pow(10, cost), "activation", "a" + activation);
      }
    }
    SeedSpread spread = SeedSpread.of(study.rows()).orElseThrow();
    assertThat(spread.deviation()).isCloseTo(Math.sqrt(0.1), within(0.015));
    assertThat(spread.correlation()).isCloseTo(0.9, within(0.02));
    assertThat(spread.target()).isEqualTo(0.1);
  }

  @Test
  void noSpreadIsSeenWhereNothingVaries() {
    assertThat(SeedSpread.of(new SyntheticStudy().miss(0, 1).miss(1, 2).rows())).isEmpty();
    assertThat(SeedSpread.of(new SyntheticStudy(0.1).hit(0, 10).hit(1, 10).rows())).isEmpty();
    assertThat(SeedSpread.of(new SyntheticStudy(0.1).hit(0, 10).rows())).isEmpty();
    assertThat(SeedSpread.of(new SyntheticStudy(0.1).rows())).isEmpty();
  }
}
