package io.sluice.math;

/**
 * Products of matrices whose elements are rows of lanes: for each lane, C[m][n] = Σ A[m][k] B[k][n]
 * with k ascending, each term added by one fused multiply-add. So a result has the same bits
 * whatever the number of lanes and however the work is cut into tiles.
 *
 * <p>Each matrix is an array, the index of its first element and two strides, all counted in
 * numbers of the array; the lanes of an element stand side by side. A transposed matrix is one with
 * its strides exchanged. The result must not overlap the factors.
 */
public final class LaneProduct {

  private LaneProduct() {}

  /**
   * Sets C = A B.
   *
   * @param rows rows of A and C
   * @param columns columns of B and C
   * @param depth columns of A, rows of B
   * @param lanes how many lanes
   * @param aRow from a row of A to the next
   * @param aDepth from a column of A to the next
   * @param bDepth from a row of B to the next
   * @param bColumn from a column of B to the next
   * @param cRow from a row of C to the next
   * @param cColumn from a column of C to the next
   */
  public static void products(
      int rows,
      int columns,
      int depth,
      int lanes,
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
    for (int m = 0; m < rows; m++) {
      for (int n = 0; n < columns; n++) {
        int at = cFrom + m * cRow + n * cColumn;
        java.util.Arrays.fill(c, at, at + lanes, 0);
      }
    }
    addProducts(
        rows, columns, depth, lanes, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom,
        cRow, cColumn);
  }

  /** Sets C = C + A B, with the parameters of {@link #products}. */
  public static void addProducts(
      int rows,
      int columns,
      int depth,
      int lanes,
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
    for (int m = 0; m < rows; m++) {
      for (int n = 0; n < columns; n++) {
        int at = cFrom + m * cRow + n * cColumn;
        for (int k = 0; k < depth; k++) {
          int x = aFrom + m * aRow + k * aDepth;
          int y = bFrom + k * bDepth + n * bColumn;
          for (int lane = 0; lane < lanes; lane++) {
            c[at + lane] = Math.fma(a[x + lane], b[y + lane], c[at + lane]);
          }
        }
      }
    }
  }

  /** Sets C = A B where an element of B is one number, the same for all lanes. */
  public static void sharedProducts(
      int rows,
      int columns,
      int depth,
      int lanes,
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
    for (int m = 0; m < rows; m++) {
      for (int n = 0; n < columns; n++) {
        int at = cFrom + m * cRow + n * cColumn;
        java.util.Arrays.fill(c, at, at + lanes, 0);
      }
    }
    addSharedProducts(
        rows, columns, depth, lanes, a, aFrom, aRow, aDepth, b, bFrom, bDepth, bColumn, c, cFrom,
        cRow, cColumn);
  }

  /** Sets C = C + A B where an element of B is one number, the same for all lanes. */
  public static void addSharedProducts(
      int rows,
      int columns,
      int depth,
      int lanes,
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
    for (int m = 0; m < rows; m++) {
      for (int n = 0; n < columns; n++) {
        int at = cFrom + m * cRow + n * cColumn;
        for (int k = 0; k < depth; k++) {
          int x = aFrom + m * aRow + k * aDepth;
          double shared = b[bFrom + k * bDepth + n * bColumn];
          for (int lane = 0; lane < lanes; lane++) {
            c[at + lane] = Math.fma(a[x + lane], shared, c[at + lane]);
          }
        }
      }
    }
  }
}
