package io.sluice.analysis;

import java.util.Arrays;

/** The k-th smallest of many numbers without sorting them all: Hoare's selection (1961). */
public final class OrderStatistics {

  /** So few are sorted. */
  private static final int FEW = 64;

  private OrderStatistics() {}

  /**
   * Moves the numbers of a range about until the one at {@code k} is what it would be if the range
   * were sorted, with none larger before and none smaller behind it, and returns it. Takes time
   * proportional to the range; where pivots turn out badly the rest is sorted instead. Zeros of
   * either sign are equal.
   *
   * @param values none of them NaN
   * @param from the first of the range
   * @param to one behind the last
   * @param k within the range
   */
  public static double place(double[] values, int from, int to, int k) {
    int low = from;
    int high = to - 1;
    int rounds = 4 * (32 - Integer.numberOfLeadingZeros(to - from));
    while (high - low >= FEW && rounds-- > 0) {
      double pivot = middle(values[low], values[(low + high) >>> 1], values[high]);
      int i = low;
      int j = high;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          double value = values[i];
          values[i++] = values[j];
          values[j--] = value;
        }
      }
      if (k <= j) {
        high = j;
      } else if (k >= i) {
        low = i;
      } else {
        return values[k];
      }
    }
    Arrays.sort(values, low, high + 1);
    return values[k];
  }

  private static double middle(double a, double b, double c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
