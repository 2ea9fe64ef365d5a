package io.sluice.math.vector;

import java.util.Arrays;
import java.util.SplittableRandom;

/** The numbers functions are tried at. */
final class Numbers {

  /** Where some function changes its way. */
  private static final double[] EDGES = {
    0,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    Math.nextDown(Double.MIN_NORMAL),
    0x1p-54,
    Math.nextDown(0x1p-54),
    0x1p-27,
    Math.nextDown(0x1p-27),
    Math.sqrt(0.5),
    Math.nextDown(Math.sqrt(0.5)),
    0.5,
    Math.nextDown(0.5),
    Math.nextUp(0.5),
    1,
    Math.nextDown(1.0),
    Math.nextUp(1.0),
    Math.log(2) / 2,
    Math.PI / 4,
    Math.PI / 2,
    Math.PI,
    19.06,
    26,
    26.5,
    28,
    37,
    37.5,
    40,
    41,
    50,
    350,
    351,
    372,
    373,
    375,
    708,
    708.4,
    709.78,
    709.79,
    710,
    745.13,
    745.14,
    746,
    747,
    1e6,
    Math.nextUp(1e6),
    0x1p19,
    0x1p59,
    0x1p60,
    0x1p61,
    1e300,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NaN
  };

  private Numbers() {}

  /** Ordinary ones and, seldom, all the others, so that chunks with and without rare lanes come. */
  static double[] mixed(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] numbers = new double[length];
    for (int i = 0; i < length; i++) {
      double ordinary = 12 * random.nextDouble() - 6;
      int kind = random.nextInt(40);
      numbers[i] =
          kind == 0
              ? edge(random)
              : kind == 1 ? anywhere(random) : kind < 20 ? 0.2 * ordinary : ordinary;
    }
    return numbers;
  }

  /** Every binary exponent, every sign, several fractions each; then the edges. */
  static double[] stratified(int each) {
    SplittableRandom random = new SplittableRandom(7);
    double[] numbers = new double[2 * 2047 * each + 2 * EDGES.length];
    int next = 0;
    for (long exponent = 0; exponent < 2047; exponent++) {
      for (int i = 0; i < 2 * each; i++) {
        long bits = exponent << 52 | random.nextLong() >>> 12 | (long) (i & 1) << 63;
        numbers[next++] = Double.longBitsToDouble(bits);
      }
    }
    for (double edge : EDGES) {
      numbers[next++] = edge;
      numbers[next++] = -edge;
    }
    return numbers;
  }

  /** From the least to the greatest in even steps. */
  static double[] grid(double least, double greatest, int count) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = least + (greatest - least) * i / (count - 1);
    }
    return numbers;
  }

  /** To compare them; all NaN are one. */
  static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
  }

  private static double edge(SplittableRandom random) {
    double edge = EDGES[random.nextInt(EDGES.length)];
    return random.nextBoolean() ? edge : -edge;
  }

  private static double anywhere(SplittableRandom random) {
    return Double.longBitsToDouble(random.nextLong());
  }
}
