package io.sluice.math;

/**
 * Matrix products of many lanes at once: each lane multiplies its own matrices. Every sum is made
 * by fused multiply-adds in ascending order of the inner index, so its bits do not depend on how
 * many rows, columns or lanes are asked for.
 */
public final class LaneProduct {

  private LaneProduct() {}

  /**
   * Sets each element (m, n) of the product to the sum over k of left (m, k) · right (k, n). The
   * product must not overlap the factors.
   *
   * @param left a matrix for each lane
   * @param right a matrix for each lane, or one that they share
   * @param product a matrix for each lane
   * @param lanes how many products
   * @param add whether each sum starts from what the product holds there, rather than from 0
   * @throws IllegalArgumentException if the sizes do not fit, or if what each lane needs for itself
   *     is shared
   */
  public static void products(
      LaneMatrix left, LaneMatrix right, LaneMatrix product, int lanes, boolean add) {
    if (left.columns() != right.rows()
        || left.rows() != product.rows()
        || right.columns() != product.columns()
        || left.isShared()
        || product.isShared()) {
      throw misfit(left, right, product);
    }
    KernelChoice.KERNELS.products(left, right, product, add, 0, lanes);
  }

  private static IllegalArgumentException misfit(
      LaneMatrix left, LaneMatrix right, LaneMatrix product) {
    return new IllegalArgumentException(
        "no product of " + left + " and " + right + " is " + product);
  }
}
