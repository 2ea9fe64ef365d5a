package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.analysis.judge.Comparison;
import io.sluice.analysis.judge.Leaders;
import io.sluice.spi.Outcome;
import io.sluice.spi.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadersTest {

  private static final double NONE = Double.NaN;

  @Test
  void theOneThatIsFarAheadIsAloneAndSure() {
    SyntheticStudy study = noise(5, 12, 1, -1);
    Leaders leaders = leaders(study);
    assertThat(leaders.best().label()).isEqualTo("o0");
    assertThat(leaders.best().first()).isEqualTo(1);
    assertThat(leaders.open()).isZero();
    assertThat(leaders.change()).isZero();
    assertThat(leaders.repeats()).isEqualTo(12);
    Comparison next = next(study);
    assertThat(next.verdict()).isEqualTo(Comparison.Verdict.FIRST);
    assertThat(next.first()).containsEntry("optimizer", "o0").containsEntry("problem", "one");
    assertThat(next.pairing()).isEqualTo("by seed and by all other factors");
  }

  @Test
  void chancesAddUpAndTiesShareThem() {
    Leaders noisy = leaders(noise(6, 8, 3, 0));
    assertThat(noisy.contenders().stream().mapToDouble(Leaders.Contender::first).sum())
        .isCloseTo(1, within(1e-9));
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 8; repeat++) {
      for (String optimizer : List.of("a", "b", "c")) {
        study.hit(repeat, optimizer.equals("c") ? 50 : 9, "optimizer", optimizer);
      }
    }
    Leaders tied = leaders(study);
    assertThat(tied.tied()).isEqualTo(2);
    assertThat(tied.contenders())
        .extracting(Leaders.Contender::first)
        .containsExactly(0.5, 0.5, 0.0);
    assertThat(tied.contenders())
        .extracting(Leaders.Contender::open)
        .containsExactly(true, true, false);
    assertThat(tied.change()).isZero();
    assertThat(next(study).second()).containsEntry("optimizer", "c");
  }

  @Test
  void fiveSeedsTellNothingAndOneNotEvenChances() {
    assertThat(leaders(noise(3, 5, 1, -1)).open()).isEqualTo(2);
    assertThat(leaders(noise(3, 6, 1, -2)).open()).isZero();
    Leaders single = leaders(noise(3, 1, 1, -1));
    assertThat(single.best().first()).isNaN();
    assertThat(single.change()).isNaN();
    assertThat(single.open()).isEqualTo(2);
  }

  @Test
  void successDecidesBeforeCostAndLossWhereNoneReached() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      study
          .hit(repeat, 900, "optimizer", "sure-but-slow")
          .hit(repeat, repeat % 2 == 0 ? 5 : NONE, "optimizer", "quick-but-unsure")
          .miss(repeat, 0.3 + 0.01 * repeat, "optimizer", "near")
          .miss(repeat, 0.7 + 0.01 * repeat, "optimizer", "far");
    }
    Leaders leaders = leaders(study);
    assertThat(leaders.best().label()).isEqualTo("sure-but-slow");
    assertThat(leaders.open()).isZero();
    SyntheticStudy losses = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 20; repeat++) {
      losses
          .miss(repeat, 0.3 + 0.05 * repeat, "optimizer", "near")
          .miss(repeat, 0.31 + 0.05 * repeat, "optimizer", "far");
    }
    assertThat(leaders(losses).open()).isZero();
  }

  /** Equal contenders that share much of a seed: the winner is never really ahead. */
  @Test
  void amongEqualsTheWinnerIsHardlyEverAhead() {
    int claimed = 0;
    double chance = 0;
    for (int seed = 0; seed < 200; seed++) {
      Leaders leaders = leaders(noise(12, 10, seed, 0));
      claimed += leaders.open() < 11 ? 1 : 0;
      chance += leaders.best().first();
    }
    assertThat(claimed).isLessThanOrEqualTo(17);
    assertThat(chance / 200).isLessThan(0.6);
  }

  /** A best that is so little better that it is often not first. */
  @Test
  void theTrueBestIsInTheSetThatCannotBeToldFromTheFirst() {
    int missing = 0;
    int first = 0;
    for (int seed = 0; seed < 200; seed++) {
      Leaders leaders = leaders(noise(8, 10, seed, -0.1));
      Leaders.Contender best =
          leaders.contenders().stream().filter(c -> c.label().equals("o0")).findFirst().get();
      missing += best.open() ? 0 : 1;
      first += best == leaders.best() ? 1 : 0;
    }
    assertThat(first).isBetween(40, 160);
    assertThat(missing).isLessThanOrEqualTo(10);
  }

  @Test
  void ofTwoEqualsTheWinnerHasThreeQuartersAsIsSaid() {
    double chance = 0;
    for (int seed = 0; seed < 200; seed++) {
      chance += leaders(noise(2, 20, seed, 0)).best().first();
    }
    assertThat(chance / 200).isBetween(0.69, 0.81);
  }

  /** What is foretold of ten more seeds is what they bring. */
  @Test
  void theWinnerChangesWithTenMoreSeedsAsOftenAsForetold() {
    double foretold = 0;
    int changed = 0;
    for (int seed = 0; seed < 200; seed++) {
      Leaders before = leaders(noise(4, 12, seed, -0.1));
      foretold += before.change();
      String after = leaders(noise(4, 22, seed, -0.1)).best().label();
      changed += after.equals(before.best().label()) ? 0 : 1;
    }
    assertThat(foretold).isBetween(changed - 25.0, changed + 25.0);
  }

  @Test
  void contendersThatHardlyRanAreNotJudged() {
    SyntheticStudy study = noise(3, 10, 1, -1);
    study.hit(0, 1, "optimizer", "new");
    Leaders leaders = leaders(study);
    assertThat(leaders.best().label()).isEqualTo("new");
    assertThat(leaders.open()).isEqualTo(3);
    assertThat(leaders.repeats()).isEqualTo(10);
  }

  @Test
  void levelsOfAFactorHaveLeadersToo() {
    SyntheticStudy study = noise(4, 12, 1, -1);
    StudyRows rows = study.rows();
    Leaders leaders = Leaders.of(rows, FactorEffect.of(rows).get(0));
    assertThat(leaders.where()).isEqualTo("optimizer");
    assertThat(leaders.best().label()).isEqualTo("o0");
    assertThat(leaders.open()).isZero();
  }

  /** Quick contenders of little merit against a slow one of much, whichever way is better. */
  @Test
  void whereAMetricDecidesItAloneSaysWhoIsAhead() {
    for (String metric : List.of("validation-accuracy", "validation-r2", "validation-loss")) {
      double sign = Merit.isLargerBetter(metric) ? 1 : -1;
      SyntheticStudy study = new SyntheticStudy(0.1);
      for (int repeat = 0; repeat < 12; repeat++) {
        double noise = 0.001 * repeat;
        study
            .hit(repeat, 5, "optimizer", "quick")
            .measured(metric, 0.5 + sign * (noise - 0.2))
            .hit(repeat, repeat % 2 == 0 ? 900 : NONE, "optimizer", "slow")
            .measured(metric, 0.5 + sign * (noise + 0.2))
            .trial(repeat, Outcome.DIVERGED, 1, 0.01, List.of(1.0), "optimizer", "lost")
            .measured(metric, 0.5 + sign * 0.4);
      }
      Leaders leaders = leaders(study);
      assertThat(leaders.contenders())
          .extracting(Leaders.Contender::label)
          .containsExactly("slow", "quick", "lost");
      assertThat(leaders.best().first()).as(metric).isEqualTo(1);
      assertThat(leaders.open()).as(metric).isZero();
      assertThat(leaders.change()).isZero();
      Comparison next = next(study);
      assertThat(next.metric()).isEqualTo(metric);
      assertThat(next.verdict()).isEqualTo(Comparison.Verdict.FIRST);
      assertThat(leaders(study.decidedBy("target 0.1")).best().label()).isEqualTo("quick");
    }
  }

  /** Costs that are far apart say nothing of a metric that is noise. */
  @Test
  void byAMetricThatIsNoiseHardlyAnyoneIsAheadWhateverTheCosts() {
    int claimed = 0;
    double chance = 0;
    for (int seed = 0; seed < 200; seed++) {
      SyntheticStudy study = new SyntheticStudy(0.1);
      for (int repeat = 0; repeat < 10; repeat++) {
        RandomStream random = new RandomStream(RandomStream.key(seed, repeat));
        double shared = random.nextGaussian();
        for (int contender = 0; contender < 6; contender++) {
          study
              .hit(repeat, 10 + 100 * contender + repeat, "optimizer", "o" + contender)
              .measured("validation-loss", Math.exp(shared + random.nextGaussian()));
        }
      }
      Leaders leaders = leaders(study);
      claimed += leaders.open() < 5 ? 1 : 0;
      chance += leaders.best().first();
    }
    assertThat(claimed).isLessThanOrEqualTo(17);
    assertThat(chance / 200).isBetween(0.3, 0.75);
  }

  /** What has no such metric, as a function without validation rows, is last and not judged. */
  @Test
  void contendersWithoutTheMetricAreLastAndOpen() {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < 12; repeat++) {
      study
          .hit(repeat, 50, "optimizer", "a")
          .measured("validation-loss", 0.2 + 0.01 * repeat)
          .hit(repeat, 60, "optimizer", "b")
          .measured("validation-loss", 0.3 + 0.01 * repeat)
          .hit(repeat, 1, "optimizer", "none");
    }
    assertThat(leaders(study).contenders())
        .extracting(contender -> contender.label() + contender.open())
        .containsExactly("atrue", "bfalse", "nonetrue");
  }

  /** Log costs with much in common within a seed; that of the first contender is shifted. */
  private static SyntheticStudy noise(int contenders, int repeats, long seed, double shift) {
    SyntheticStudy study = new SyntheticStudy(0.1);
    for (int repeat = 0; repeat < repeats; repeat++) {
      RandomStream random = new RandomStream(RandomStream.key(seed, repeat));
      double shared = 0.3 * random.nextGaussian();
      for (int contender = 0; contender < contenders; contender++) {
        double log = 2 + shared + 0.2 * random.nextGaussian() + (contender == 0 ? shift : 0);
        study.hit(repeat, log < 3 ? Math.pow(10, log) : NONE, "optimizer", "o" + contender);
      }
    }
    return study;
  }

  private static Leaders leaders(SyntheticStudy study) {
    StudyRows rows = study.rows();
    return Leaders.of(rows, Ranking.of(rows, List.of("optimizer"))).get(0);
  }

  /** The best against the next that is not tied with it. */
  private static Comparison next(SyntheticStudy study) {
    StudyRows rows = study.rows();
    Ranking ranking = Ranking.of(rows, List.of("optimizer")).get(0);
    Ranking.Row best = ranking.rows().get(0);
    Ranking.Row next =
        ranking.rows().stream().filter(row -> row.rank() > 1).findFirst().orElseThrow();
    return Comparison.asRanked(
            rows, best.summary().target(), ranking.labels(best), ranking.labels(next))
        .orElseThrow();
  }
}
