package io.sluice.spi;

import java.util.Arrays;

/**
 * Random numbers that depend on a key and on how many were drawn, and on nothing else: SplitMix64
 * in counter mode. Two streams of one key give the same numbers on any thread and in any order.
 */
public final class RandomStream {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;
  private static final long ONE_BITS = Double.doubleToRawLongBits(1);
  private static final long UNIT_BITS = Double.doubleToRawLongBits(UNIT);
  private static final int STRETCH = 128;

  /** After so many numbers one by one more are made ahead. */
  private static final int FEW = 32;

  private static final long[] MULTIPLES = multiples();

  private long key;
  private long counter;
  private double spareGaussian;
  private long[] upperBits;
  private long[] lowestBits;

  /** Numbers made ahead: those from {@code next} on come next. */
  private long[] ahead;

  private int next = STRETCH;

  /** How many were drawn one by one since others were drawn at once. */
  private int singly;

  /** The stream of this key, from its first number on. */
  public RandomStream(long key) {
    restart(key);
  }

  /** Makes this the stream of another key, from its first number on. */
  public void restart(long key) {
    this.key = mix(key ^ GOLDEN);
    counter = 0;
    next = STRETCH;
    singly = 0;
    spareGaussian = Double.NaN;
  }

  /**
   * Makes one key of several numbers; the order matters.
   *
   * @param parts at least one number
   */
  public static long key(long... parts) {
    long key = GOLDEN;
    for (long part : parts) {
      key = with(key, part);
    }
    return key;
  }

  /** The same of four numbers, without an array of them. */
  public static long key(long first, long second, long third, long fourth) {
    return with(with(with(with(GOLDEN, first), second), third), fourth);
  }

  private static long with(long key, long part) {
    return mix(key + mix(part + GOLDEN));
  }

  /** Makes a key of a text, equal on every machine. */
  public static long key(String text) {
    long key = GOLDEN;
    for (int i = 0; i < text.length(); i++) {
      key = mix(key + text.charAt(i) + GOLDEN);
    }
    return key;
  }

  /**
   * What the so-manieth {@link #nextLong()} of the stream of a key gives, without the stream: for
   * numbers that many lanes need at once, each by its place.
   *
   * @param number 1 for the first
   */
  public static long numberOf(long key, long number) {
    return mix(mix(key ^ GOLDEN) + GOLDEN * number);
  }

  /** 64 random bits. */
  public long nextLong() {
    if (next < STRETCH) {
      counter++;
      return ahead[next++];
    }
    return ++singly < FEW ? mix(key + GOLDEN * ++counter) : nextOfStretch();
  }

  /** Who draws many numbers has them made many at a time, which vector instructions do. */
  private long nextOfStretch() {
    if (ahead == null) {
      ahead = new long[STRETCH];
    }
    long first = after(place(), 1);
    for (int k = 0; k < STRETCH; k++) {
      ahead[k] = mix(first + MULTIPLES[k]);
    }
    counter++;
    next = 1;
    return ahead[0];
  }

  /** Uniform on [0, 1), a multiple of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * UNIT;
  }

  /** Uniform on [lower, upper). */
  public double nextDouble(double lower, double upper) {
    return lower + (upper - lower) * nextDouble();
  }

  /**
   * Sets {@code target[i]} for {@code from <= i < to} to what as many calls of {@link
   * #nextDouble(double, double)} would give, but faster.
   */
  public void fill(double[] target, int from, int to, double lower, double upper) {
    double width = upper - lower;
    if (upperBits == null) {
      upperBits = new long[STRETCH];
      lowestBits = new long[STRETCH];
    }
    for (int i = from; i < to; i += STRETCH) {
      int length = Math.min(STRETCH, to - i);
      unitBits(MULTIPLES, after(place(), 1), upperBits, lowestBits, length);
      units(upperBits, lowestBits, target, i, length, lower, width);
      skip(length);
    }
  }

  /** Sets {@code target[i]} for {@code from <= i < to} to what {@link #nextLong()} would give. */
  public void fill(long[] target, int from, int to) {
    if (upperBits == null) {
      upperBits = new long[STRETCH];
      lowestBits = new long[STRETCH];
    }
    for (int i = from; i < to; i += STRETCH) {
      int length = Math.min(STRETCH, to - i);
      mix(MULTIPLES, after(place(), 1), upperBits, length);
      System.arraycopy(upperBits, 0, target, i, length);
      skip(length);
    }
  }

  private static void mix(long[] places, long offset, long[] target, int length) {
    for (int k = 0; k < length; k++) {
      target[k] = mix(offset + places[k]);
    }
  }

  /**
   * Makes the bits of 1 and the upper 52 random bits behind the point, and those of the lowest one,
   * 2^-53 or 0: the Java of this level converts whole numbers to {@code double} one after the
   * other. The places are in an array because no loop is vectorised that counts in them.
   */
  static void unitBits(long[] places, long offset, long[] upper, long[] lowest, int length) {
    for (int k = 0; k < length; k++) {
      long z = mix(offset + places[k]);
      upper[k] = ONE_BITS | (z >>> 12);
      lowest[k] = UNIT_BITS & -((z >>> 11) & 1);
    }
  }

  /** Makes numbers of such bits, from the lower one on and as wide. */
  static void units(
      long[] upper,
      long[] lowest,
      double[] target,
      int at,
      int length,
      double lower,
      double width) {
    for (int k = 0; k < length; k++) {
      double unit = Double.longBitsToDouble(upper[k]) - 1 + Double.longBitsToDouble(lowest[k]);
      target[at + k] = lower + width * unit;
    }
  }

  /** Where the stream stands: its numbers depend on nothing else. */
  long place() {
    return key + GOLDEN * counter;
  }

  /** Where a stream stands that has drawn so many numbers more. */
  static long after(long place, long numbers) {
    return place + GOLDEN * numbers;
  }

  /** Draws so many numbers without a look at them. */
  void skip(int numbers) {
    counter += numbers;
    next = Math.min(STRETCH, next + numbers);
    if (next == STRETCH) {
      singly = 0;
    }
  }

  /** Uniform on the whole numbers 0 … bound − 1. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("no number below " + bound);
    }
    return below(nextLong(), bound);
  }

  /** What {@link #nextInt(int)} makes of 64 random bits. */
  public static int below(long bits, int bound) {
    // Lemire's multiply-shift: the bias is below bound / 2^64.
    return (int) Math.multiplyHigh(bits >>> 1, (long) bound << 1);
  }

  /**
   * Draws some of the whole numbers 0 … all − 1 without repetition; as many as there are for all of
   * them in a random order.
   */
  public int[] nextOrder(int all, int drawn) {
    int[] order = new int[all];
    for (int i = 0; i < all; i++) {
      order[i] = i;
    }
    for (int i = 0; i < drawn; i++) {
      int other = i + nextInt(all - i);
      int number = order[other];
      order[other] = order[i];
      order[i] = number;
    }
    return Arrays.copyOf(order, drawn);
  }

  /** Standard normal, by Box and Muller's transform of two uniform numbers. */
  public double nextGaussian() {
    if (!Double.isNaN(spareGaussian)) {
      double spare = spareGaussian;
      spareGaussian = Double.NaN;
      return spare;
    }
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    double angle = 2 * Math.PI * nextDouble();
    spareGaussian = radius * StrictMath.sin(angle);
    return radius * StrictMath.cos(angle);
  }

  private static long[] multiples() {
    long[] multiples = new long[STRETCH];
    for (int k = 0; k < STRETCH; k++) {
      multiples[k] = GOLDEN * k;
    }
    return multiples;
  }

  /** Stafford's variant 13 of the 64-bit finalizer, as in SplitMix64. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
