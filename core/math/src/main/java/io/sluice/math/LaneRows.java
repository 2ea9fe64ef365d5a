package io.sluice.math;

/**
 * Sums and products of stretches of arrays at different places, which the compiler does not turn
 * into vector instructions by itself. A loop over one common index it does, and needs no door.
 *
 * <p>A target may be exactly one of the inputs, but must not overlap them otherwise.
 */
public final class LaneRows {

  private LaneRows() {}

  /**
   * Adds up rows: {@code target[at + lane] += x[from + r * stride + lane]} for ascending {@code r <
   * rows}, one addition after the other.
   */
  public static void sum(
      double[] x, int from, int rows, int stride, int lanes, double[] target, int at) {
    KernelChoice.KERNELS.sum(x, from, rows, stride, lanes, target, at);
  }

  /**
   * Keeps the least numbers seen: where {@code x[i] < least[i]}, {@code least[i]} becomes {@code
   * x[i]} and {@code marks[i]} the mark, for {@code 0 <= i < length}.
   *
   * @param awaited numbers that are waited for
   * @param limit the greatest number that is not worth a word
   * @return whether there is a new least number that is not above the one awaited, or a number that
   *     is not at most the limit, such as NaN
   */
  public static boolean keepLeast(
      double[] x,
      double[] least,
      double[] marks,
      double mark,
      double[] awaited,
      double limit,
      int length) {
    return KernelChoice.KERNELS.keepLeast(x, least, marks, mark, awaited, limit, length);
  }

  /** {@code target[at + i] = x[xFrom + i] * y[yFrom + i]} for {@code 0 <= i < length}. */
  public static void multiply(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    KernelChoice.KERNELS.multiply(x, xFrom, y, yFrom, target, at, length);
  }

  /** {@code target[at + i] = x[xFrom + i] + y[yFrom + i]} for {@code 0 <= i < length}. */
  public static void add(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    KernelChoice.KERNELS.add(x, xFrom, y, yFrom, target, at, length);
  }

  /**
   * {@code target[at + i] = fma(x[xFrom + i], y[yFrom + i], target[at + i])} for {@code 0 <= i <
   * length}.
   */
  public static void multiplyAdd(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    KernelChoice.KERNELS.multiplyAdd(x, xFrom, y, yFrom, target, at, length);
  }

  /**
   * The least of {@code x[i]} for {@code from <= i < to}; NaN if there is one, infinity if there
   * are no numbers.
   */
  public static double least(double[] x, int from, int to) {
    return KernelChoice.KERNELS.least(x, from, to);
  }

  /** Whether {@code lower <= x[i] <= upper} for all {@code from <= i < to}; NaN is not. */
  public static boolean areWithin(double[] x, int from, int to, double lower, double upper) {
    return KernelChoice.KERNELS.areWithin(x, from, to, lower, upper);
  }

  /**
   * Sets {@code x[i]} to the bound that it is beyond, for {@code from <= i < to}; what is inside,
   * on a bound or NaN stays as it is.
   *
   * @param upper not below the lower bound
   */
  public static void clip(double[] x, int from, int to, double lower, double upper) {
    if (lower == 0 || upper == 0) {
      // The greater of 0 and -0 is 0, but -0 is not beyond a bound of 0.
      for (int i = from; i < to; i++) {
        x[i] = x[i] < lower ? lower : x[i] > upper ? upper : x[i];
      }
      return;
    }
    for (int i = from; i < to; i++) {
      x[i] = Math.max(lower, Math.min(upper, x[i]));
    }
  }
}
