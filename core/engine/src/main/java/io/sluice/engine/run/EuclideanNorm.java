package io.sluice.engine.run;

import io.sluice.spi.BlockLayout;

/** √(Σ x²) of some parameters of a lane, also where the squares leave the range of numbers. */
final class EuclideanNorm {

  /** Sums of squares between these have lost nothing worth mentioning. */
  private static final double LEAST = 1e-280;

  private static final double GREATEST = 1e280;

  private EuclideanNorm() {}

  /**
   * The norm. Infinite if a number is, NaN if one is none.
   *
   * @param squares the plain sum of the squares, in the order of the parameters
   * @param from the first parameter
   * @param to one past the last
   */
  static double of(double squares, double[] block, BlockLayout layout, int from, int to, int lane) {
    if (squares >= LEAST && squares <= GREATEST) {
      return Math.sqrt(squares);
    }
    double largest = 0;
    for (int p = from; p < to; p++) {
      largest = Math.max(largest, Math.abs(block[layout.row(p) + lane]));
    }
    if (largest == 0 || !(largest <= Double.MAX_VALUE)) {
      return largest;
    }
    double shares = 0;
    for (int p = from; p < to; p++) {
      double share = block[layout.row(p) + lane] / largest;
      shares = Math.fma(share, share, shares);
    }
    return largest * Math.sqrt(shares);
  }
}
