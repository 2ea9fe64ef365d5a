package io.sluice.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  @Test
  void anyNumberOfAStreamCanBeHadWithoutTheOthers() {
    RandomStream stream = new RandomStream(42);
    for (int number = 1; number < 100; number++) {
      assertThat(RandomStream.numberOf(42, number)).isEqualTo(stream.nextLong());
    }
  }

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int DRAWS = 200_000;

  @Test
  void fillDrawsTheSameNumbersAsSingleCalls() {
    RandomStream single = new RandomStream(5);
    RandomStream filling = new RandomStream(5);
    for (int length : new int[] {0, 1, 7, 8, 9, 31, 257}) {
      double[] filled = new double[length + 3];
      filling.fill(filled, 2, 2 + length, -3, 5);
      assertThat(filled[0]).isZero();
      assertThat(filled[length + 2]).isZero();
      for (int i = 0; i < length; i++) {
        assertThat(filled[2 + i]).isEqualTo(single.nextDouble(-3, 5));
      }
    }
    assertThat(filling.nextLong()).isEqualTo(single.nextLong());
  }

  @Test
  void someOfTheNumbersAreDrawnWithoutRepetition() {
    for (int drawn : new int[] {0, 1, 4, 9, 10}) {
      int[] order = new RandomStream(3).nextOrder(10, drawn);
      assertThat(order).hasSize(drawn).doesNotHaveDuplicates();
      for (int number : order) {
        assertThat(number).isBetween(0, 9);
      }
      int[] all = new RandomStream(3).nextOrder(10, 10);
      assertThat(order).isEqualTo(Arrays.copyOf(all, drawn));
    }
    assertThatThrownBy(() -> new RandomStream(3).nextOrder(2, 3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Of all 24 orders of four numbers each comes as often as any other, to five deviations. */
  @Test
  void everyOrderIsAsLikely() {
    RandomStream random = new RandomStream(8);
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < 24_000; i++) {
      counts.merge(Arrays.toString(random.nextOrder(4, 4)), 1, Integer::sum);
    }
    assertThat(counts).hasSize(24);
    assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(845, 1155));
  }

  @Test
  void fillDrawsTheSameBitsAsSingleCalls() {
    RandomStream single = new RandomStream(6);
    RandomStream filling = new RandomStream(6);
    for (int length : new int[] {0, 1, 127, 128, 129, 300}) {
      long[] filled = new long[length + 3];
      filling.fill(filled, 2, 2 + length);
      assertThat(filled[1]).isZero();
      assertThat(filled[length + 2]).isZero();
      for (int i = 0; i < length; i++) {
        assertThat(filled[2 + i]).isEqualTo(single.nextLong());
      }
      for (int between = 0; between < length / 3; between++) {
        assertThat(filling.nextInt(7)).isEqualTo(RandomStream.below(single.nextLong(), 7));
      }
    }
  }

  @Test
  void numbersMadeAheadAreThoseOfTheirPlace() {
    RandomStream stream = new RandomStream(9);
    double[] filled = new double[300];
    long number = 0;
    for (int length : new int[] {0, 1, 127, 128, 129, 3, 300, 0, 64}) {
      for (int i = 0; i < 2 * length + 1; i++) {
        assertThat(stream.nextLong()).isEqualTo(RandomStream.numberOf(9, ++number));
      }
      stream.fill(filled, 0, length, 0, 1);
      for (int i = 0; i < length; i++) {
        assertThat(filled[i]).isEqualTo((RandomStream.numberOf(9, ++number) >>> 11) * 0x1.0p-53);
      }
    }
    stream.restart(10);
    assertThat(stream.nextLong()).isEqualTo(RandomStream.numberOf(10, 1));
  }

  @Test
  void oneKeyGivesTheSameNumbersEveryTime() {
    RandomStream one = new RandomStream(42);
    RandomStream other = new RandomStream(42);
    for (int i = 0; i < 1000; i++) {
      assertThat(one.nextLong()).isEqualTo(other.nextLong());
      assertThat(one.nextGaussian()).isEqualTo(other.nextGaussian());
    }
  }

  @Test
  void streamIsSplitMixFromTheMixedKey() {
    for (long key : new long[] {0, 1, -1, 42, Long.MIN_VALUE}) {
      RandomStream stream = new RandomStream(key);
      long seed = new SplittableRandom((key ^ GOLDEN) - GOLDEN).nextLong();
      SplittableRandom reference = new SplittableRandom(seed);
      for (int i = 0; i < 100; i++) {
        assertThat(stream.nextLong()).isEqualTo(reference.nextLong());
      }
    }
  }

  @Test
  void firstNumbersNeverChange() {
    RandomStream stream = new RandomStream(42);
    assertThat(stream.nextLong()).isEqualTo(6332618229526065668L);
    assertThat(stream.nextDouble()).isEqualTo(0.9557467261317436);
    assertThat(stream.nextInt(1000)).isEqualTo(486);
    assertThat(stream.nextGaussian()).isEqualTo(-0.16552685403731882);
    assertThat(stream.nextGaussian()).isEqualTo(-0.33476611544025225);
    assertThat(RandomStream.key(1, 2, 3)).isEqualTo(-4817833122558721241L);
    assertThat(RandomStream.key("start")).isEqualTo(4342493215371788411L);
  }

  @Test
  void keysDependOnOrderAndOnEveryPart() {
    Set<Long> keys = new HashSet<>();
    for (long a = -10; a <= 10; a++) {
      keys.add(RandomStream.key(a));
      for (long b = -10; b <= 10; b++) {
        keys.add(RandomStream.key(a, b));
      }
    }
    assertThat(keys).hasSize(21 + 21 * 21);
    assertThat(RandomStream.key("ab")).isNotEqualTo(RandomStream.key("ba"));
    assertThat(RandomStream.key("a")).isNotEqualTo(RandomStream.key("a\0"));
  }

  @Test
  void keyOfFourNumbersIsTheKeyOfTheirArray() {
    assertThat(RandomStream.key(1, 2, 3, 4)).isEqualTo(RandomStream.key(new long[] {1, 2, 3, 4}));
  }

  @Test
  void restartedStreamIsTheOneOfItsNewKey() {
    RandomStream stream = new RandomStream(5);
    stream.nextGaussian();
    stream.restart(6);
    RandomStream other = new RandomStream(6);
    assertThat(stream.nextGaussian()).isEqualTo(other.nextGaussian());
    assertThat(stream.nextLong()).isEqualTo(other.nextLong());
  }

  @Test
  void streamsOfNeighbouringKeysAreUnrelated() {
    int equalBits = 0;
    for (int key = 0; key < 1000; key++) {
      long difference = new RandomStream(key).nextLong() ^ new RandomStream(key + 1).nextLong();
      equalBits += 64 - Long.bitCount(difference);
    }
    assertThat(equalBits / 64_000.0).isCloseTo(0.5, within(0.01));
  }

  @Test
  void doublesAreUniformOnTheUnitInterval() {
    RandomStream stream = new RandomStream(1);
    int[] bins = new int[100];
    for (int i = 0; i < DRAWS; i++) {
      double u = stream.nextDouble();
      assertThat(u >= 0 && u < 1).isTrue();
      bins[(int) (u * 100)]++;
    }
    // 99 degrees of freedom: above 149 with probability 0.001.
    assertThat(chiSquare(bins)).isBetween(57.0, 149.0);
  }

  @Test
  void doublesOfARangeLieInIt() {
    RandomStream stream = new RandomStream(2);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      double u = stream.nextDouble(-3, 5);
      assertThat(u >= -3 && u < 5).isTrue();
      sum += u;
    }
    assertThat(sum / DRAWS).isCloseTo(1, within(0.02));
  }

  @Test
  void intsAreUniformBelowTheirBound() {
    RandomStream stream = new RandomStream(3);
    int[] bins = new int[7];
    for (int i = 0; i < DRAWS; i++) {
      bins[stream.nextInt(7)]++;
    }
    // 6 degrees of freedom: above 22.5 with probability 0.001.
    assertThat(chiSquare(bins)).isLessThan(22.5);
  }

  @Test
  void intsReachBothEndsOfTheLargestRange() {
    RandomStream stream = new RandomStream(4);
    int smallest = Integer.MAX_VALUE;
    int largest = 0;
    for (int i = 0; i < 10_000; i++) {
      int drawn = stream.nextInt(Integer.MAX_VALUE);
      smallest = Math.min(smallest, drawn);
      largest = Math.max(largest, drawn);
    }
    assertThat(smallest).isBetween(0, Integer.MAX_VALUE / 1000);
    assertThat(largest).isBetween(Integer.MAX_VALUE / 1000 * 999, Integer.MAX_VALUE - 1);
    assertThat(stream.nextInt(1)).isZero();
  }

  @Test
  void noIntLiesBelowABoundUnderOne() {
    assertThatThrownBy(() -> new RandomStream(1).nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no number below 0");
  }

  @Test
  void gaussiansHaveTheMomentsOfTheNormalDistribution() {
    RandomStream stream = new RandomStream(5);
    double[] moments = new double[5];
    int beyondTwo = 0;
    for (int i = 0; i < DRAWS; i++) {
      double z = stream.nextGaussian();
      for (int power = 1; power <= 4; power++) {
        moments[power] += StrictMath.pow(z, power) / DRAWS;
      }
      beyondTwo += Math.abs(z) > 2 ? 1 : 0;
    }
    assertThat(moments[1]).isCloseTo(0, within(0.01));
    assertThat(moments[2]).isCloseTo(1, within(0.015));
    assertThat(moments[3]).isCloseTo(0, within(0.03));
    assertThat(moments[4]).isCloseTo(3, within(0.12));
    assertThat(beyondTwo / (double) DRAWS).isCloseTo(0.0455, within(0.003));
  }

  private static double chiSquare(int[] bins) {
    double expected = DRAWS / (double) bins.length;
    double sum = 0;
    for (int bin : bins) {
      sum += (bin - expected) * (bin - expected) / expected;
    }
    return sum;
  }
}
