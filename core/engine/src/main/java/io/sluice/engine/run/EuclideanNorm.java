package io.sluice.engine.run;

import io.sluice.spi.BlockLayout;
import java.util.Arrays;

/** √(Σ x²) of some parameters of a lane, also where the squares leave the range of numbers. */
final class EuclideanNorm {

  /** Sums of squares between these have lost nothing worth mentioning. */
  private static final double LEAST = 1e-280;

  private static final double GREATEST = 1e280;

  private EuclideanNorm() {}

  /**
   * Sets {@code norms[lane]} for the lanes in use. Infinite if a number is, NaN if one is none.
   *
   * @param from the first parameter
   * @param to one past the last
   */
  static void of(double[] block, BlockLayout layout, int from, int to, int lanes, double[] norms) {
    Arrays.fill(norms, 0, lanes, 0);
    for (int p = from; p < to; p++) {
      int row = layout.row(p);
      for (int lane = 0; lane < lanes; lane++) {
        norms[lane] = Math.fma(block[row + lane], block[row + lane], norms[lane]);
      }
    }
    for (int lane = 0; lane < lanes; lane++) {
      norms[lane] = of(norms[lane], block, layout, from, to, lane);
    }
  }

  private static double of(
      double squares, double[] block, BlockLayout layout, int from, int to, int lane) {
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
