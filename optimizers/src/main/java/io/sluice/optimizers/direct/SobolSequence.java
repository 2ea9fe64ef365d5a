package io.sluice.optimizers.direct;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Sobol's sequence of 2^32 points in up to 1024 dimensions, in the order of Gray codes, with the
 * direction numbers of Joe and Kuo. Points are 32-bit fractions.
 */
final class SobolSequence {

  /** In so many dimensions there are direction numbers. */
  static final int MOST_DIMENSIONS = 1024;

  private static final int BITS = 32;
  private static final String TABLE = "direction-numbers.txt";

  private final int[][] directions;
  private final int[] point;
  private long index;

  SobolSequence(int dimensions) {
    directions = new int[dimensions][];
    point = new int[dimensions];
    List<String> table = table();
    for (int d = 0; d < dimensions; d++) {
      directions[d] = d == 0 ? halves() : directions(table.get(d - 1));
    }
  }

  private static List<String> table() {
    try (InputStream text = SobolSequence.class.getResourceAsStream(TABLE)) {
      return new String(text.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Of the first dimension: one half, a quarter and so on. */
  private static int[] halves() {
    int[] all = new int[BITS];
    for (int k = 0; k < BITS; k++) {
      all[k] = 1 << (BITS - 1 - k);
    }
    return all;
  }

  /** By the recurrence of a line: dimension, degree, coefficients, first numbers. */
  private static int[] directions(String line) {
    String[] words = line.split(" ");
    int degree = Integer.parseInt(words[1]);
    int coefficients = Integer.parseInt(words[2]);
    int[] all = new int[BITS];
    for (int k = 0; k < BITS; k++) {
      if (k < degree) {
        all[k] = Integer.parseInt(words[3 + k]) << (BITS - 1 - k);
        continue;
      }
      all[k] = all[k - degree] ^ (all[k - degree] >>> degree);
      for (int i = 1; i < degree; i++) {
        if (((coefficients >>> (degree - 1 - i)) & 1) == 1) {
          all[k] ^= all[k - i];
        }
      }
    }
    return all;
  }

  /** The fractions of the next point in units of 2^-32; valid until the next call. */
  int[] next() {
    if (index > 0) {
      int bit = Math.min(BITS - 1, Long.numberOfTrailingZeros(index));
      for (int d = 0; d < point.length; d++) {
        point[d] ^= directions[d][bit];
      }
    }
    index++;
    return point;
  }
}
