package io.sluice.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SignFlipTest {

  @Test
  void knownValues() {
    assertThat(SignFlip.p()).isEqualTo(1);
    assertThat(SignFlip.p(0, 0, 0)).isEqualTo(1);
    assertThat(SignFlip.p(5)).isEqualTo(1);
    assertThat(SignFlip.p(1, 1, 1, 1, 1, 1)).isEqualTo(2.0 / 64);
    assertThat(SignFlip.p(-7, -7, -7, -7, -7, -7, 0)).isEqualTo(2.0 / 64);
    assertThat(SignFlip.p(3, -3)).isEqualTo(1);
    assertThat(SignFlip.p(-2, 2, 2, 2, 2)).isEqualTo(12.0 / 32);
  }

  @Test
  void everyArrangementIsCounted() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      long[] differences = random.longs(1 + random.nextInt(10), -9, 10).toArray();
      assertThat(SignFlip.p(differences)).isCloseTo(counted(differences), within(1e-12));
    }
  }

  private static double counted(long[] differences) {
    long seen = 0;
    for (long difference : differences) {
      seen += difference;
    }
    int asFar = 0;
    for (int signs = 0; signs < 1 << differences.length; signs++) {
      long sum = 0;
      for (int i = 0; i < differences.length; i++) {
        sum += (signs >> i & 1) == 0 ? differences[i] : -differences[i];
      }
      asFar += Math.abs(sum) >= Math.abs(seen) ? 1 : 0;
    }
    return (double) asFar / (1 << differences.length);
  }

  @Test
  void manyBlocksAreApproximated() {
    long[] differences = new Random(4).longs(300_000, -2, 3).toArray();
    long[] fewer = java.util.Arrays.copyOf(differences, 5000);
    assertThat(SignFlip.p(differences)).isBetween(0.0, 1.0);
    double squares = java.util.Arrays.stream(fewer).mapToDouble(d -> d * d).sum();
    long sum = java.util.Arrays.stream(fewer).sum();
    double normal = 2 * Tails.normal((Math.abs(sum) - 0.5) / Math.sqrt(squares));
    assertThat(SignFlip.p(fewer)).isCloseTo(normal, within(0.005));
  }
}
