package io.sluice.analysis;

/** Where numbers stand among others. */
final class Places {

  private Places() {}

  /**
   * Puts in the place of each number the share of all that are smaller, those equal to it counting
   * half: its mid-rank less a half, by their count.
   *
   * @param values none of them NaN or −0
   * @param sorted all numbers, ascending
   */
  static void of(double[] values, double[] sorted) {
    for (int i = 0; i < values.length; i++) {
      int below = first(sorted, values[i], false);
      int upTo = first(sorted, values[i], true);
      values[i] = (below + upTo) / 2.0 / sorted.length;
    }
  }

  /** The place of the first number not below a value, or above it. */
  private static int first(double[] sorted, double value, boolean above) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (above ? sorted[middle] > value : sorted[middle] >= value) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
