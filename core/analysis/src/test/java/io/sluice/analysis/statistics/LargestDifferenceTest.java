package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestDifferenceTest {

  @Test
  void ofTwoSubjectsItIsTheSignFlipTest() {
    long[] differences = {3, -1, 4, 2, 5, -2, 6, 1};
    double[] first = Arrays.stream(differences).asDoubleStream().toArray();
    LargestDifference test =
        LargestDifference.of(new double[][][] {{first, new double[first.length]}});
    assertThat(test.p(test.ahead(0, 1))).isEqualTo(SignFlip.p(differences));
    assertThat(test.p(test.ahead(1, 0))).isEqualTo(SignFlip.p(differences));
    assertThat(test.ahead(0, 1)).isCloseTo(18 / Math.sqrt(96), within(1e-12));
  }

  @Test
  void rarestPatternLimitsWhatFewBlocksCanTell() {
    for (int blocks : new int[] {2, 5, 6, 11}) {
      double[] high = new double[blocks];
      Arrays.setAll(high, block -> 1 + 0.01 * block);
      LargestDifference test = LargestDifference.of(new double[][][] {{high, new double[blocks]}});
      assertThat(test.p(test.ahead(0, 1))).isEqualTo(Math.pow(2, 1.0 - blocks));
      assertThat(test.ahead(0, 1) >= test.critical(0.05)).isEqualTo(blocks >= 6);
    }
  }

  @Test
  void equalSubjectsAndThoseAMeasureDoesNotApplyToAreNotApart() {
    double[] one = {1, 2, 3, 4, 5, 6, 7};
    double[] none = new double[7];
    Arrays.fill(none, Double.NaN);
    LargestDifference test = LargestDifference.of(new double[][][] {{one, one, none}});
    assertThat(test.ahead(0, 1)).isZero();
    assertThat(test.ahead(0, 2)).isZero();
    assertThat(test.p(0)).isEqualTo(1);
  }

  /** Heavy tails, what the trials of a block share, and shares of few trials; all equal. */
  @Test
  void equalSubjectsAreHardlyEverToldApart() {
    int[][] sizes = {{6, 20}, {10, 8}, {40, 12}};
    for (int[] size : sizes) {
      for (int kind = 0; kind < 3; kind++) {
        int told = 0;
        for (int seed = 0; seed < 500; seed++) {
          LargestDifference test =
              LargestDifference.of(new double[][][] {nothing(size[1], size[0], kind, seed)});
          told += test.critical(0.05) <= most(test, size[1]) ? 1 : 0;
        }
        assertThat(told).as("%d blocks, kind %d", size[0], kind).isLessThanOrEqualTo(36);
      }
    }
  }

  @Test
  void oneThatIsFarAheadIsFoundAndTheEqualRestIsNot() {
    int found = 0;
    int wrong = 0;
    for (int seed = 0; seed < 200; seed++) {
      double[][] values = nothing(10, 15, 0, seed);
      for (int block = 0; block < 15; block++) {
        values[4][block] += 2.5;
      }
      LargestDifference test = LargestDifference.of(new double[][][] {values});
      double critical = test.critical(0.05);
      found += test.ahead(4, 3) >= critical ? 1 : 0;
      for (int other = 5; other < 10; other++) {
        if (test.ahead(other, 3) >= critical) {
          wrong++;
          break;
        }
      }
    }
    assertThat(found).isGreaterThan(160);
    assertThat(wrong).isLessThanOrEqualTo(14);
  }

  /** Which is the best is picked by the largest sum, as by a ranking. */
  private static int best(double[][] values) {
    int best = 0;
    for (int subject = 1; subject < values.length; subject++) {
      best =
          Arrays.stream(values[subject]).sum() > Arrays.stream(values[best]).sum() ? subject : best;
    }
    return best;
  }

  /**
   * So many equal best and others that are clearly or hardly worse, alike among themselves or each
   * at a distance of its own: the one that comes out best is hardly ever told from one that is as
   * good as it is, or better.
   */
  @ParameterizedTest
  @CsvSource({
    "12, 0, 0, 0, 10",
    "2, 10, 3, 0, 8",
    "2, 10, 0.7, 0, 12",
    "5, 5, 2, 0, 10",
    "5, 5, 0.5, 0, 10",
    "3, 9, 0.4, 0.4, 14",
    "6, 14, 1.5, 1, 20",
    "1, 11, 0.3, 0, 10"
  })
  void bestIsHardlyEverToldFromOneThatIsAsGood(
      int tied, int worse, double gap, double step, int blocks) {
    for (int kind = 0; kind < 2; kind++) {
      int wrong = 0;
      int found = 0;
      int atOnce = 0;
      for (int seed = 0; seed < 250; seed++) {
        double[] truth = new double[tied + worse];
        double[][] values = nothing(truth.length, blocks, kind, 7000 + seed);
        for (int subject = tied; subject < truth.length; subject++) {
          truth[subject] = -gap - step * (subject - tied);
          for (int block = 0; block < blocks; block++) {
            values[subject][block] += truth[subject];
          }
        }
        int best = best(values);
        LargestDifference test = LargestDifference.of(new double[][][] {values});
        double[] told = test.told(best);
        boolean error = false;
        for (int other = 0; other < told.length; other++) {
          boolean as = told[other] <= 0.05;
          error |= as && truth[other] >= truth[best] && other != best;
          found += as && truth[other] < truth[best] ? 1 : 0;
          double single = test.p(Math.max(0, test.ahead(best, other)));
          atOnce += single <= 0.05 && truth[other] < truth[best] ? 1 : 0;
          assertThat(told[other]).isLessThanOrEqualTo(single);
        }
        wrong += error ? 1 : 0;
      }
      assertThat(wrong).as("wrong of 250, kind %d", kind).isLessThanOrEqualTo(22);
      assertThat(found).as("found, of kind %d", kind).isGreaterThanOrEqualTo(atOnce);
    }
  }

  /** Once those that are far behind are told, they do not stand in the way of the next. */
  @Test
  void thoseThatAreFarBehindDoNotHideOneThatIsNearer() {
    int told = 0;
    int atOnce = 0;
    for (int seed = 0; seed < 200; seed++) {
      double[][] values = nothing(20, 12, 0, seed);
      for (int subject = 1; subject < 20; subject++) {
        for (int block = 0; block < 12; block++) {
          values[subject][block] -= subject == 1 ? 1.5 : 8;
        }
      }
      LargestDifference test = LargestDifference.of(new double[][][] {values});
      told += test.told(0)[1] <= 0.05 ? 1 : 0;
      atOnce += test.p(Math.max(0, test.ahead(0, 1))) <= 0.05 ? 1 : 0;
    }
    assertThat(told).isGreaterThan(2 * atOnce).isGreaterThan(150);
  }

  @Test
  void ofVeryManySubjectsTheyAreToldStepByStepToo() {
    double[][] values = nothing(300, 40, 0, 1);
    for (int block = 0; block < 40; block++) {
      for (int subject = 2; subject < 300; subject++) {
        values[subject][block] -= 9;
      }
      values[1][block] -= 0.8;
    }
    LargestDifference test = LargestDifference.of(new double[][][] {values});
    double[] told = test.told(0);
    double single = test.p(test.ahead(0, 1));
    assertThat(told[0]).isEqualTo(1);
    assertThat(single).isGreaterThan(0.05);
    assertThat(told[1]).isLessThan(0.05);
    assertThat(told[2]).isLessThan(1e-6);
  }

  @Test
  void ofVeryManySubjectsTheyAreCorrectedPairByPair() {
    double[][] values = nothing(300, 40, 0, 1);
    for (int block = 0; block < 40; block++) {
      values[7][block] += 5;
    }
    LargestDifference test = LargestDifference.of(new double[][][] {values});
    assertThat(test.p(test.ahead(7, 8))).isLessThan(1e-6);
    assertThat(test.p(test.ahead(9, 8))).isEqualTo(1);
    double[][] few = nothing(300, 10, 0, 1);
    for (int block = 0; block < 10; block++) {
      few[7][block] = 1000;
    }
    LargestDifference unsure = LargestDifference.of(new double[][][] {few});
    assertThat(unsure.p(unsure.ahead(7, 8))).isEqualTo(1);
  }

  private static double most(LargestDifference test, int subjects) {
    double most = 0;
    for (int i = 0; i < subjects; i++) {
      for (int j = 0; j < subjects; j++) {
        most = Math.max(most, test.ahead(i, j));
      }
    }
    return most;
  }

  private static double[][] nothing(int subjects, int blocks, int kind, long seed) {
    RandomStream random = new RandomStream(RandomStream.key(subjects, blocks, kind, seed));
    double[][] values = new double[subjects][blocks];
    for (int block = 0; block < blocks; block++) {
      double shared = 3 * random.nextGaussian();
      for (int subject = 0; subject < subjects; subject++) {
        double z = random.nextGaussian();
        values[subject][block] =
            kind == 0 ? shared + z : kind == 1 ? z * z * z : random.nextDouble() < 0.9 ? 1 : 0;
      }
    }
    return values;
  }
}
