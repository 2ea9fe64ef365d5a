package io.sluice.math;

/**
 * Matrix products of many lanes at once: each lane multiplies its own matrices. Every sum is made
 * by fused multiply-adds in ascending order of the inner index, so its bits do not depend on how
 * many rows, columns or lanes are asked for.
 *
 * <p>Element (m, k) of the left factor of a lane is {@code a[aFrom + m * aRow + k * aDepth +
 * lane]}, element (k, n) of the right one {@code b[bFrom + k * bDepth + n * bColumn + lane]},
 * element (m, n) of the product {@code c[cFrom + m * cRow + n * cColumn + lane]}; so a transposed
 * factor is one with its strides exchanged. The product must not overlap the factors, nor what it
 * starts from unless that is the product itself.
 */
public final class LaneProduct {

  private LaneProduct() {}

  /**
   * Sets each element of the product to the sum over {@code k < depth}.
   *
   * @param rows rows of the left factor and of the product
   * @param columns columns of the right factor and of the product
   * @param depth columns of the left factor, rows of the right one
   * @param lanes how many products
   * @param add whether each sum starts from what the product holds there, rather than from 0
   * @param a holds the left factors
   * @param aFrom index of the first element of the first lane
   * @param aRow from a row to the next
   * @param aDepth from a column to the next
   * @param b holds the right factors
   * @param bFrom index of the first element
   * @param bDepth from a row to the next
   * @param bColumn from a column to the next
   * @param c receives the products
   * @param cFrom index of the first element of the first lane
   * @param cRow from a row to the next
   * @param cColumn from a column to the next
   */
  public static void products(
      int rows,
      int columns,
      int depth,
      int lanes,
      boolean add,
      double[] a,
      int aFrom,
      int aRow,
      int aDepth,
      double[] b,
      int bFrom,
      int bDepth,
      int bColumn,
      double[] c,
      int cFrom,
      int cRow,
      int cColumn) {
    KernelChoice.KERNELS.products(
        rows, columns, depth, lanes, add, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c,
        cFrom, cRow, cColumn);
  }

  /**
   * Like {@link #products}, but all lanes share the right factor: its element (k, n) is {@code
   * b[bFrom + k * bDepth + n * bColumn]}.
   *
   * @param rows rows of the left factor and of the product
   * @param columns columns of the right factor and of the product
   * @param depth columns of the left factor, rows of the right one
   * @param lanes how many products
   * @param add whether each sum starts from what the product holds there, rather than from 0
   * @param a holds the left factors
   * @param aFrom index of the first element of the first lane
   * @param aRow from a row to the next
   * @param aDepth from a column to the next
   * @param b holds the right factors
   * @param bFrom index of the first element
   * @param bDepth from a row to the next
   * @param bColumn from a column to the next
   * @param c receives the products
   * @param cFrom index of the first element of the first lane
   * @param cRow from a row to the next
   * @param cColumn from a column to the next
   */
  public static void sharedProducts(
      int rows,
      int columns,
      int depth,
      int lanes,
      boolean add,
      double[] a,
      int aFrom,
      int aRow,
      int aDepth,
      double[] b,
      int bFrom,
      int bDepth,
      int bColumn,
      double[] c,
      int cFrom,
      int cRow,
      int cColumn) {
    KernelChoice.KERNELS.sharedProducts(
        rows, columns, depth, lanes, add, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c,
        cFrom, cRow, cColumn);
  }
}
