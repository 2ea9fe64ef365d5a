package io.sluice.optimizers.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.math.Normal;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many standard normal numbers at a time. */
class GaussiansTest {

  /** The largest distance from Φ: Kolmogorov's bound is exceeded once in 10,000 samples. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 128, 129, 1000})
  void theirDistributionIsNormal(int length) {
    Gaussians gaussians = new Gaussians(new RandomStream(length));
    double[] all = new double[20_000 / length * length];
    double[] part = new double[length];
    for (int from = 0; from < all.length; from += length) {
      gaussians.fill(part);
      System.arraycopy(part, 0, all, from, length);
    }
    Arrays.sort(all);
    double most = 0;
    for (int i = 0; i < all.length; i++) {
      most = Math.max(most, Math.abs(Normal.cumulative(all[i]) - (i + 0.5) / all.length));
    }
    assertThat(most * Math.sqrt(all.length)).isLessThan(2.23);
  }

  @Test
  void neighboursAreIndependent() {
    Gaussians gaussians = new Gaussians(new RandomStream(5));
    double[] all = new double[20_000];
    gaussians.fill(all);
    for (int lag : new int[] {1, 2, 63, 64, 65, 128}) {
      double sum = 0;
      for (int i = lag; i < all.length; i++) {
        sum += all[i] * all[i - lag];
      }
      assertThat(sum / Math.sqrt(all.length)).as("lag %s", lag).isBetween(-4.0, 4.0);
    }
  }
}
