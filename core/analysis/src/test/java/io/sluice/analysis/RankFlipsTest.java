package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.judge.RankFlips;
import io.sluice.spi.Outcome;
import io.sluice.spi.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankFlipsTest {

  private static final double NONE = Double.NaN;

  @Test
  void quickAndUnsureAgainstSlowAndSureFlips() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      for (int network = 0; network < 5; network++) {
        String name = "n" + network;
        study
            .hit(repeat, network < 3 ? 50 + repeat : NONE, "activation", "quick", "network", name)
            .hit(repeat, 500 + repeat, "activation", "sure", "network", name)
            .hit(repeat, NONE, "activation", "never", "network", name);
      }
    }
    RankFlips flips = RankFlips.of(study.rows()).get(0);
    assertThat(flips.factor()).isEqualTo("activation");
    assertThat(flips.early()).isEqualTo(SyntheticStudy.BUDGET / 10);
    assertThat(flips.pairs()).isEqualTo(3);
    assertThat(flips.clearEarly()).isEqualTo(2);
    assertThat(flips.clearLate()).isEqualTo(3);
    assertThat(flips.clear()).isEqualTo(3);
    assertThat(flips.flips()).containsExactly(new RankFlips.Flip("quick", "sure"));
    assertThat(flips.share().value()).isEqualTo(1 / 3.0);
    assertThat(flips.budgets()).hasSize(20).isSorted();
    assertThat(flips.lines())
        .extracting(RankFlips.Line::label)
        .containsExactly("quick", "sure", "never");
    List<Estimate> quick = flips.lines().get(0).ranks();
    assertThat(quick.get(10).value()).isEqualTo(1);
    assertThat(quick.get(19)).isEqualTo(new Estimate(2, 2, 2));
    assertThat(study.answer())
        .contains(
            " The order of the activations at loss 0.1 depends on the budget: 1 of the 3 pairs"
                + " whose order is clear stands the other way round at a tenth of it; quick leads"
                + " sure at 100 and trails it at 1000.");
  }

  @Test
  void oneThatLeadsAllTheWayDoesNotFlip() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      study
          .hit(repeat, 50, "optimizer", "fast")
          .hit(repeat, repeat < 10 ? 90 : NONE, "optimizer", "slow");
    }
    RankFlips flips = RankFlips.of(study.rows()).get(0);
    assertThat(flips.clear()).isEqualTo(1);
    assertThat(flips.flips()).isEmpty();
    assertThat(flips.share()).isEqualTo(new Estimate(0, 0, 0));
    assertThat(study.answer()).doesNotContain("depends on the budget");
  }

  @Test
  void onlyBecomingClearIsNoFlip() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      study
          .hit(repeat, 400, "optimizer", "sure")
          .hit(repeat, repeat == 0 ? 50 : NONE, "optimizer", "lucky-once");
    }
    RankFlips flips = RankFlips.of(study.rows()).get(0);
    assertThat(flips.clearEarly()).isZero();
    assertThat(flips.clearLate()).isEqualTo(1);
    assertThat(flips.flips()).isEmpty();
  }

  @Test
  void equalsAtTheTargetAreToldByTheNextLargerOne() {
    SyntheticStudy study = new SyntheticStudy(0.1, 0.01);
    for (int repeat = 0; repeat < 12; repeat++) {
      study
          .trial(repeat, Outcome.COMPLETED, 999, 1, List.of(30.0, 900.0), "optimizer", "early")
          .trial(repeat, Outcome.COMPLETED, 999, 1, List.of(300.0, 400.0), "optimizer", "late")
          .trial(repeat, Outcome.COMPLETED, 999, 1, List.of(300.0, NONE), "optimizer", "never");
    }
    RankFlips flips = RankFlips.of(study.rows()).get(0);
    assertThat(flips.target()).isEqualTo(0.01);
    assertThat(flips.clearEarly()).isEqualTo(2);
    assertThat(flips.clearLate()).isEqualTo(2);
    assertThat(flips.flips()).isEmpty();
  }

  /** Equal levels whose costs lie on both sides of a tenth of the budget, some missing it. */
  @Test
  void chanceAloneDoesNotFlip() {
    int clear = 0;
    int flipped = 0;
    for (int seed = 0; seed < 300; seed++) {
      RandomStream random = new RandomStream(seed);
      SyntheticStudy study = new SyntheticStudy(0.1);
      for (int repeat = 0; repeat < 10; repeat++) {
        for (int level = 0; level < 10; level++) {
          for (int network = 0; network < 2; network++) {
            double cost = Math.pow(10, 2.3 + 0.7 * random.nextGaussian());
            study.hit(
                repeat,
                cost < SyntheticStudy.BUDGET ? cost : NONE,
                "activation",
                "a" + level,
                "network",
                "n" + network);
          }
        }
      }
      RankFlips flips = RankFlips.of(study.rows()).get(0);
      clear += flips.clear() > 0 ? 1 : 0;
      flipped += flips.flips().isEmpty() ? 0 : 1;
    }
    assertThat(clear).isLessThanOrEqualTo(24);
    assertThat(flipped).isLessThanOrEqualTo(2);
  }

  @Test
  void contendersAreFollowedWhereTheyAreFew() {
    assertThat(RankFlips.of(crossed(3, 4).rows()))
        .extracting(RankFlips::factor)
        .containsExactly("activation", "optimizer", "contender");
    assertThat(RankFlips.of(crossed(3, 5).rows()))
        .extracting(RankFlips::factor)
        .containsExactly("activation", "optimizer");
    assertThat(RankFlips.of(new SyntheticStudy(0.1).rows())).isEmpty();
    assertThat(RankFlips.of(new SyntheticStudy().miss(0, 1).miss(1, 1).rows())).isEmpty();
  }

  private static SyntheticStudy crossed(int activations, int optimizers) {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 4; repeat++) {
      for (int a = 0; a < activations; a++) {
        for (int o = 0; o < optimizers; o++) {
          study.hit(repeat, 5 + a + o, "activation", "a" + a, "optimizer", "o" + o);
        }
      }
    }
    return study;
  }
}
