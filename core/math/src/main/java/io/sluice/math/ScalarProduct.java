package io.sluice.math;

/** The scalar truth of {@link LaneProduct}: four columns at a time, lane by lane. */
final class ScalarProduct {

  private ScalarProduct() {}

  static void products(
      LaneMatrix left, LaneMatrix right, LaneMatrix product, boolean add, int from, int to) {
    double[] a = left.numbers();
    double[] b = right.numbers();
    double[] c = product.numbers();
    int depth = left.columns();
    int columns = right.columns();
    int aDepth = left.columnStep();
    int bDepth = right.rowStep();
    int bColumn = right.columnStep();
    int bLane = right.isShared() ? 0 : 1;
    int cColumn = product.columnStep();
    for (int m = 0; m < left.rows(); m++) {
      int aFrom = left.at(m, 0);
      int n = 0;
      for (; n + 4 <= columns; n += 4) {
        int bFrom = right.at(0, n);
        int cFrom = product.at(m, n);
        for (int lane = from; lane < to; lane++) {
          int at = cFrom + lane;
          double sum0 = add ? c[at] : 0;
          double sum1 = add ? c[at + cColumn] : 0;
          double sum2 = add ? c[at + 2 * cColumn] : 0;
          double sum3 = add ? c[at + 3 * cColumn] : 0;
          int ofA = aFrom + lane;
          int ofB = bFrom + lane * bLane;
          for (int k = 0; k < depth; k++) {
            double factor = a[ofA];
            sum0 = Math.fma(factor, b[ofB], sum0);
            sum1 = Math.fma(factor, b[ofB + bColumn], sum1);
            sum2 = Math.fma(factor, b[ofB + 2 * bColumn], sum2);
            sum3 = Math.fma(factor, b[ofB + 3 * bColumn], sum3);
            ofA += aDepth;
            ofB += bDepth;
          }
          c[at] = sum0;
          c[at + cColumn] = sum1;
          c[at + 2 * cColumn] = sum2;
          c[at + 3 * cColumn] = sum3;
        }
      }
      for (; n < columns; n++) {
        int bFrom = right.at(0, n);
        int cFrom = product.at(m, n);
        for (int lane = from; lane < to; lane++) {
          double sum = add ? c[cFrom + lane] : 0;
          int ofA = aFrom + lane;
          int ofB = bFrom + lane * bLane;
          for (int k = 0; k < depth; k++) {
            sum = Math.fma(a[ofA], b[ofB], sum);
            ofA += aDepth;
            ofB += bDepth;
          }
          c[cFrom + lane] = sum;
        }
      }
    }
  }
}
