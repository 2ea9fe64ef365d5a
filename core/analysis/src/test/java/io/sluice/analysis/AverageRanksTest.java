package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.judge.AverageRanks;
import io.sluice.spi.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class AverageRanksTest {

  @Test
  void ranksAreOfTrialsThatDifferInNothingElse() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 10; repeat++) {
      for (String problem : List.of("easy", "hard")) {
        double start = problem.equals("hard") ? 300 + 40 * repeat : 5 + repeat;
        study
            .hit(repeat, start, "problem", problem, "optimizer", "a")
            .hit(repeat, 1.5 * start, "problem", problem, "optimizer", "b")
            .hit(
                repeat, repeat < 5 ? Double.NaN : 1.6 * start, "problem", problem, "optimizer", "c")
            .miss(repeat, 0.5, "problem", problem, "optimizer", "d");
      }
    }
    AverageRanks ranks = AverageRanks.of(study.rows(), 0).get(0);
    assertThat(ranks.factor()).isEqualTo("optimizer");
    assertThat(ranks.blocks()).isEqualTo(20);
    assertThat(ranks.places())
        .extracting(AverageRanks.Place::label)
        .containsExactly("a", "b", "c", "d");
    assertThat(ranks.places())
        .extracting(AverageRanks.Place::meanRank)
        .containsExactly(1.0, 2.0, 3.5, 3.5);
    assertThat(ranks.p()).isLessThan(1e-9);
    // q of Nemenyi for 4 groups at 5 % is 2.569031772546482, times √(4 · 5 / (6 · 20)).
    assertThat(ranks.criticalDifference())
        .isCloseTo(2.569031772546482 * Math.sqrt(20.0 / 120), within(1e-8));
    assertThat(ranks.alike()).containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void allThatAreEqualAreOneLine() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 6; repeat++) {
      for (String optimizer : List.of("a", "b", "c")) {
        study.hit(repeat, 9, "optimizer", optimizer);
      }
    }
    AverageRanks ranks = AverageRanks.of(study.rows(), 0).get(0);
    assertThat(ranks.p()).isEqualTo(1);
    assertThat(ranks.differ()).isFalse();
    assertThat(ranks.alike()).containsExactly(List.of("a", "b", "c"));
  }

  @Test
  void combinationsThatNotAllMetAreLeftOut() {
    SyntheticStudy study = new SyntheticStudy();
    for (int repeat = 0; repeat < 6; repeat++) {
      study
          .miss(repeat, 1, "optimizer", "a", "network", "both")
          .miss(repeat, 2, "optimizer", "b", "network", "both")
          .miss(repeat, 1e-9, "optimizer", "b", "network", "alone");
    }
    assertThat(AverageRanks.of(study.rows(), -1).get(0).places())
        .extracting(AverageRanks.Place::meanRank)
        .containsExactly(1.0, 2.0);
    assertThat(AverageRanks.of(new SyntheticStudy().miss(0, 1).rows(), -1)).isEmpty();
  }

  @Test
  void equalLevelsAreHardlyEverToldApart() {
    int told = 0;
    for (int seed = 0; seed < 150; seed++) {
      RandomStream random = new RandomStream(seed);
      SyntheticStudy study = new SyntheticStudy(0.1);
      for (int repeat = 0; repeat < 10; repeat++) {
        double shared = random.nextGaussian();
        for (int level = 0; level < 6; level++) {
          double log = 2 + 0.3 * (shared + random.nextGaussian());
          study.hit(repeat, Math.pow(10, log), "activation", "a" + level);
        }
      }
      told += AverageRanks.of(study.rows(), 0).get(0).alike().get(0).size() < 6 ? 1 : 0;
    }
    assertThat(told).isLessThanOrEqualTo(13);
  }
}
