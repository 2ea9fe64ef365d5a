package io.sluice.optimizers.population;

import io.sluice.spi.RandomStream;

/**
 * The numbers of a random stream made ahead, for loops that draw few at a time: the same numbers as
 * one by one. Nobody else may draw from the stream meanwhile.
 */
final class BitsAhead {

  private static final int LEAST = 512;

  private final RandomStream random;
  private final long[] bits;
  private int at;

  /**
   * @param most how many {@link #have} may be asked for
   */
  BitsAhead(RandomStream random, int most) {
    this.random = random;
    bits = new long[Math.max(LEAST, 2 * most)];
    at = bits.length;
  }

  /** Makes sure that so many numbers are ready. */
  void have(int numbers) {
    int left = bits.length - at;
    if (left < numbers) {
      System.arraycopy(bits, at, bits, 0, left);
      random.fill(bits, left, bits.length);
      at = 0;
    }
  }

  /** What {@link RandomStream#nextInt(int)} would give. */
  int below(int bound) {
    if (at == bits.length) {
      have(1);
    }
    return RandomStream.below(bits[at++], bound);
  }

  /** Where the numbers stand that {@link #take} says. */
  long[] bits() {
    return bits;
  }

  /** Takes so many numbers, which are ready, and says where the first of them is. */
  int take(int numbers) {
    int first = at;
    at += numbers;
    return first;
  }
}
