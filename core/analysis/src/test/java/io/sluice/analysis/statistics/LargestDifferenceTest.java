package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

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
