package io.sluice.math;

/** Arithmetic on rows of lanes that stand at different places of their arrays. */
public final class LaneRows {

  private LaneRows() {}

  /**
   * Adds rows to a target, the first row first: {@code target[at + lane] += x[from + r * stride +
   * lane]}.
   *
   * @param stride from one row to the next
   */
  public static void sum(
      double[] x, int from, int rows, int stride, int lanes, double[] target, int at) {
    for (int r = 0; r < rows; r++) {
      int row = from + r * stride;
      for (int lane = 0; lane < lanes; lane++) {
        target[at + lane] += x[row + lane];
      }
    }
  }

  /** Sets {@code target[at + i] = x[xFrom + i] * y[yFrom + i]}. */
  public static void multiply(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] = x[xFrom + i] * y[yFrom + i];
    }
  }

  /** Sets {@code target[at + i] = x[xFrom + i] + y[yFrom + i]}. */
  public static void add(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] = x[xFrom + i] + y[yFrom + i];
    }
  }

  /** Sets {@code target[at + i] = fma(x[xFrom + i], y[yFrom + i], target[at + i])}. */
  public static void multiplyAdd(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    for (int i = 0; i < length; i++) {
      target[at + i] = Math.fma(x[xFrom + i], y[yFrom + i], target[at + i]);
    }
  }
}
