package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GroupSumsTest {

  private static final double[] VALUES = new double[103];

  static {
    Random random = new Random(3);
    for (int i = 0; i < VALUES.length; i++) {
      VALUES[i] = i % 9 == 4 ? Double.NaN : 5 + random.nextGaussian();
    }
  }

  @Test
  void weightedGroupsAreTheirValuesTakenAsOftenAsTheWeightSays() {
    for (int size : new int[] {1, 7, 50, 200}) {
      int groups = (VALUES.length + size - 1) / size;
      double[] weights = new double[groups];
      for (int group = 0; group < groups; group++) {
        weights[group] = (group * 5 + 1) % 4;
      }
      Moments expected = new Moments();
      for (int repeat = 0; repeat < VALUES.length; repeat++) {
        for (int time = 0; time < weights[repeat / size]; time++) {
          if (!Double.isNaN(VALUES[repeat])) {
            expected.add(VALUES[repeat]);
          }
        }
      }
      Moments moments = new Moments();
      new GroupSums(VALUES, 5.1, size).resample(weights, 5.1, moments);
      assertThat(moments.count()).isEqualTo(expected.count());
      assertThat(moments.mean()).isCloseTo(expected.mean(), within(1e-12));
      assertThat(moments.squares()).isCloseTo(expected.squares(), within(1e-10));
    }
  }

  @Test
  void groupsOfWeightZeroLeaveNothing() {
    Moments moments = new Moments();
    new GroupSums(VALUES, 0, 10).resample(new double[11], 0, moments);
    assertThat(moments.count()).isZero();
  }
}
