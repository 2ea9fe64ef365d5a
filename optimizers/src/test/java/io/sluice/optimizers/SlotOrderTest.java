package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.RandomStream;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotOrderTest {

  private static void sortsLikeAStableSort(double[] keys) {
    int[] expected =
        IntStream.range(0, keys.length)
            .boxed()
            .sorted(Comparator.comparingDouble(slot -> keys[slot] + 0.0))
            .mapToInt(Integer::intValue)
            .toArray();
    assertThat(new SlotOrder(keys.length).ascending(keys)).containsExactly(expected);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 24, 25, 64, 100, 128, 129, 1000})
  void slotsComeInTheOrderOfTheirKeys(int size) {
    RandomStream random = new RandomStream(size);
    double[] keys = new double[size];
    random.fill(keys, 0, size, -1, 1);
    sortsLikeAStableSort(keys);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 24, 25, 100, 300})
  void equalKeysKeepTheirOrder(int size) {
    RandomStream random = new RandomStream(size);
    double[] few = {0.0, -0.0, 1, -1, Double.POSITIVE_INFINITY, Double.MIN_VALUE};
    sortsLikeAStableSort(
        IntStream.range(0, size).mapToDouble(i -> few[random.nextInt(few.length)]).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 24, 25, 100, 300})
  void keysThatDifferInTheirLastBitsAreToldApart(int size) {
    RandomStream random = new RandomStream(size);
    long one = Double.doubleToRawLongBits(random.nextInt(2) == 0 ? -1.5 : 1.5);
    sortsLikeAStableSort(
        IntStream.range(0, size)
            .mapToDouble(i -> Double.longBitsToDouble(one + random.nextInt(40)))
            .toArray());
  }
}
