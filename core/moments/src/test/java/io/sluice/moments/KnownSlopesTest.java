package io.sluice.moments;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.RandomStream;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KnownSlopesTest {

  private final AtomicInteger asked = new AtomicInteger();
  private final KnownSlopes slopes =
      new KnownSlopes(
          new Plain(
              "counted",
              x -> x,
              x -> {
                asked.incrementAndGet();
                return 3 * x;
              }));

  @Test
  void slopesAreThoseOfTheActivationAndAskedForOnce() {
    int points = 100_000;
    for (int round = 0; round < 2; round++) {
      RandomStream random = new RandomStream(5);
      for (int i = 0; i < points; i++) {
        double x = random.nextGaussian();
        assertThat(slopes.at(x)).isEqualTo(3 * x);
      }
    }
    assertThat(asked).hasValue(points);
  }

  @Test
  void zerosHaveTheirSignsAndNanItsSlope() {
    assertThat(1 / slopes.at(-0.0)).isNegative();
    assertThat(1 / slopes.at(0.0)).isPositive();
    assertThat(slopes.at(Double.NaN)).isNaN();
  }

  @Test
  void morePointsThanCanBeKeptAreComputedEachTime() {
    int points = 700_000;
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < points; i++) {
        assertThat(slopes.at(i)).isEqualTo(3.0 * i);
      }
    }
    assertThat(asked.get()).isGreaterThan(points).isLessThan(2 * points);
  }
}
