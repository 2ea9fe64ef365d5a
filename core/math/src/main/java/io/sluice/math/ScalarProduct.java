package io.sluice.math;

/** The scalar truth of {@link LaneProduct}: four columns at a time, lane by lane. */
final class ScalarProduct {

  private ScalarProduct() {}

  static void products(
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
    for (int m = 0; m < rows; m++) {
      int n = 0;
      for (; n + 4 <= columns; n += 4) {
        for (int lane = 0; lane < lanes; lane++) {
          int target = cFrom + m * cRow + n * cColumn + lane;
          double sum0 = add ? c[target] : 0;
          double sum1 = add ? c[target + cColumn] : 0;
          double sum2 = add ? c[target + 2 * cColumn] : 0;
          double sum3 = add ? c[target + 3 * cColumn] : 0;
          int left = aFrom + m * aRow + lane;
          int right = bFrom + n * bColumn + lane;
          for (int k = 0; k < depth; k++) {
            double factor = a[left];
            sum0 = Math.fma(factor, b[right], sum0);
            sum1 = Math.fma(factor, b[right + bColumn], sum1);
            sum2 = Math.fma(factor, b[right + 2 * bColumn], sum2);
            sum3 = Math.fma(factor, b[right + 3 * bColumn], sum3);
            left += aDepth;
            right += bDepth;
          }
          c[target] = sum0;
          c[target + cColumn] = sum1;
          c[target + 2 * cColumn] = sum2;
          c[target + 3 * cColumn] = sum3;
        }
      }
      for (; n < columns; n++) {
        for (int lane = 0; lane < lanes; lane++) {
          int target = cFrom + m * cRow + n * cColumn + lane;
          double sum = add ? c[target] : 0;
          int left = aFrom + m * aRow + lane;
          int right = bFrom + n * bColumn + lane;
          for (int k = 0; k < depth; k++) {
            sum = Math.fma(a[left], b[right], sum);
            left += aDepth;
            right += bDepth;
          }
          c[target] = sum;
        }
      }
    }
  }

  static void sharedProducts(
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
    for (int m = 0; m < rows; m++) {
      int n = 0;
      for (; n + 4 <= columns; n += 4) {
        for (int lane = 0; lane < lanes; lane++) {
          int target = cFrom + m * cRow + n * cColumn + lane;
          double sum0 = add ? c[target] : 0;
          double sum1 = add ? c[target + cColumn] : 0;
          double sum2 = add ? c[target + 2 * cColumn] : 0;
          double sum3 = add ? c[target + 3 * cColumn] : 0;
          int left = aFrom + m * aRow + lane;
          int right = bFrom + n * bColumn;
          for (int k = 0; k < depth; k++) {
            double factor = a[left];
            sum0 = Math.fma(factor, b[right], sum0);
            sum1 = Math.fma(factor, b[right + bColumn], sum1);
            sum2 = Math.fma(factor, b[right + 2 * bColumn], sum2);
            sum3 = Math.fma(factor, b[right + 3 * bColumn], sum3);
            left += aDepth;
            right += bDepth;
          }
          c[target] = sum0;
          c[target + cColumn] = sum1;
          c[target + 2 * cColumn] = sum2;
          c[target + 3 * cColumn] = sum3;
        }
      }
      for (; n < columns; n++) {
        for (int lane = 0; lane < lanes; lane++) {
          int target = cFrom + m * cRow + n * cColumn + lane;
          double sum = add ? c[target] : 0;
          int left = aFrom + m * aRow + lane;
          int right = bFrom + n * bColumn;
          for (int k = 0; k < depth; k++) {
            sum = Math.fma(a[left], b[right], sum);
            left += aDepth;
            right += bDepth;
          }
          c[target] = sum;
        }
      }
    }
  }
}
