package io.sluice.spi;

/**
 * Random numbers that depend on a key and on how many were drawn, and on nothing else: SplitMix64
 * in counter mode. Two streams of one key give the same numbers on any thread and in any order.
 */
public final class RandomStream {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private final long key;
  private long counter;
  private double spareGaussian = Double.NaN;

  /** The stream of this key, from its first number on. */
  public RandomStream(long key) {
    this.key = mix(key ^ GOLDEN);
  }

  /**
   * Makes one key of several numbers; the order matters.
   *
   * @param parts at least one number
   */
  public static long key(long... parts) {
    long key = GOLDEN;
    for (long part : parts) {
      key = mix(key + mix(part + GOLDEN));
    }
    return key;
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
    return mix(key + GOLDEN * ++counter);
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
   * #nextDouble(double, double)} would give, in a loop that vectorises.
   */
  public void fill(double[] target, int from, int to, double lower, double upper) {
    long drawn = counter + 1 - from;
    double width = upper - lower;
    for (int i = from; i < to; i++) {
      target[i] = lower + width * ((mix(key + GOLDEN * (drawn + i)) >>> 11) * UNIT);
    }
    counter += Math.max(0, to - from);
  }

  /** Uniform on the whole numbers 0 … bound − 1. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("no number below " + bound);
    }
    // Lemire's multiply-shift: the bias is below bound / 2^64.
    return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
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

  /** Stafford's variant 13 of the 64-bit finalizer, as in SplitMix64. */
  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
