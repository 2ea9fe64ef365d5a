package io.sluice.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

  private static final Random RANDOM = new Random(11);

  @Test
  void everyPlaceHoldsWhatItWouldHoldIfAllWereSorted() {
    for (int n = 1; n < 700; n += 31) {
      assertEveryPlace(n, i -> RANDOM.nextGaussian());
      assertEveryPlace(n, i -> RANDOM.nextInt(3));
      assertEveryPlace(n, i -> RANDOM.nextInt(4) == 0 ? i : Double.POSITIVE_INFINITY);
      assertEveryPlace(n, i -> i);
      assertEveryPlace(n, i -> -i);
      assertEveryPlace(n, i -> 7);
    }
  }

  @Test
  void manyNumbersInWavesAreSelectedLikeFew() {
    int n = 100_000;
    double[] waves = values(n, i -> Math.min(i, n - i) % 1000 + (i % 7 == 0 ? 1e6 : 0));
    double[] sorted = waves.clone();
    Arrays.sort(sorted);
    for (int k : new int[] {0, 1, n / 3, n / 2, n - 2, n - 1}) {
      assertThat(OrderStatistics.place(waves, 0, n, k)).isEqualTo(sorted[k]);
    }
  }

  private static void assertEveryPlace(int n, IntToDoubleFunction function) {
    double[] values = values(n, function);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int k = 0; k < n; k++) {
      double[] moved = values.clone();
      assertThat(OrderStatistics.place(moved, 0, n, k)).isEqualTo(sorted[k]);
      for (int i = 0; i < n; i++) {
        assertThat(i < k ? moved[i] <= moved[k] : moved[i] >= moved[k]).isTrue();
      }
    }
  }

  private static double[] values(int n, IntToDoubleFunction function) {
    double[] values = new double[n];
    Arrays.setAll(values, function);
    return values;
  }
}
