package io.sluice.formula;

import io.sluice.math.LaneKernels;
import java.util.Arrays;

/** The rows of one thread. */
final class Scratch {

  private final double[] lowest = new double[Program.CHUNK];
  private final double[] unused = new double[Program.CHUNK];
  private double[][] rows = new double[0][];

  Scratch() {
    Arrays.fill(lowest, Double.NEGATIVE_INFINITY);
  }

  /** At least so many rows. */
  double[][] rows(int count) {
    if (rows.length < count) {
      int before = rows.length;
      rows = Arrays.copyOf(rows, count);
      for (int i = before; i < count; i++) {
        rows[i] = new double[Program.CHUNK];
      }
    }
    return rows;
  }

  /** Whether one of the first n numbers is NaN: not at most infinite, as the kernels put it. */
  boolean hasNan(double[] row, int n) {
    return LaneKernels.running()
        .keepLeast(row, lowest, unused, 0, lowest, Double.POSITIVE_INFINITY, n);
  }
}
