package io.sluice.formula;

import java.util.Arrays;

/** The rows of one thread, and the list of arrays that code is given. */
final class Scratch {

  private double[][] rows = new double[0][];
  private double[][] arrays = new double[0][];

  /** At least so many rows, each with room for so many numbers. */
  double[][] rows(int count, int length) {
    if (rows.length < count) {
      rows = Arrays.copyOf(rows, count);
    }
    for (int i = 0; i < count; i++) {
      if (rows[i] == null || rows[i].length < length) {
        rows[i] = new double[Math.max(length, Program.CHUNK)];
      }
    }
    return rows;
  }

  /** A list for so many arrays; whoever fills it empties it. */
  double[][] arrays(int count) {
    if (arrays.length < count) {
      arrays = new double[count][];
    }
    return arrays;
  }
}
