package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;

import io.sluice.math.LaneMatrix;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;

/**
 * The kernel of {@link io.sluice.math.LaneProduct}, whole vectors of lanes only. The sums of four
 * rows by four columns stay in registers while the inner index runs.
 */
final class VectorProduct implements LaneProducts {

  /** What the copy for shared right factors finds as the data of its class. */
  static final String SHARED_COPY = "shared";

  /** Whether this is that copy. */
  private static final boolean SHARED = isShared();

  @Override
  public void products(
      LaneMatrix left, LaneMatrix right, LaneMatrix product, boolean add, int from, int to) {
    int rows = left.rows();
    int columns = right.columns();
    int m = 0;
    for (; m + 4 <= rows; m += 4) {
      int n = 0;
      for (; n + 4 <= columns; n += 4) {
        tile4x4(left, right, product, add, m, n, from, to);
      }
      for (; n < columns; n++) {
        tile4x1(left, right, product, add, m, n, from, to);
      }
    }
    for (; m < rows; m++) {
      int n = 0;
      for (; n + 4 <= columns; n += 4) {
        tile1x4(left, right, product, add, m, n, from, to);
      }
      for (; n < columns; n++) {
        tile1x1(left, right, product, add, m, n, from, to);
      }
    }
  }

  private static void tile4x4(
      LaneMatrix left,
      LaneMatrix right,
      LaneMatrix product,
      boolean add,
      int m,
      int n,
      int from,
      int to) {
    int depth = left.columns();
    double[] a = left.numbers();
    int aFrom = left.at(m, 0);
    int aRow = left.rowStep();
    int aDepth = left.columnStep();
    double[] b = right.numbers();
    int bFrom = right.at(0, n);
    int bDepth = right.rowStep();
    int bColumn = right.columnStep();
    double[] c = product.numbers();
    int cFrom = product.at(m, n);
    int cRow = product.rowStep();
    int cColumn = product.columnStep();
    for (int lane = from; lane < to; lane += WIDTH) {
      int target = cFrom + lane;
      DoubleVector sum00 = add ? DoubleVector.fromArray(SPECIES, c, target) : all(0);
      DoubleVector sum01 = add ? DoubleVector.fromArray(SPECIES, c, target + cColumn) : all(0);
      DoubleVector sum02 = add ? DoubleVector.fromArray(SPECIES, c, target + 2 * cColumn) : all(0);
      DoubleVector sum03 = add ? DoubleVector.fromArray(SPECIES, c, target + 3 * cColumn) : all(0);
      DoubleVector sum10 = add ? DoubleVector.fromArray(SPECIES, c, target + cRow) : all(0);
      DoubleVector sum11 =
          add ? DoubleVector.fromArray(SPECIES, c, target + cRow + cColumn) : all(0);
      DoubleVector sum12 =
          add ? DoubleVector.fromArray(SPECIES, c, target + cRow + 2 * cColumn) : all(0);
      DoubleVector sum13 =
          add ? DoubleVector.fromArray(SPECIES, c, target + cRow + 3 * cColumn) : all(0);
      DoubleVector sum20 = add ? DoubleVector.fromArray(SPECIES, c, target + 2 * cRow) : all(0);
      DoubleVector sum21 =
          add ? DoubleVector.fromArray(SPECIES, c, target + 2 * cRow + cColumn) : all(0);
      DoubleVector sum22 =
          add ? DoubleVector.fromArray(SPECIES, c, target + 2 * cRow + 2 * cColumn) : all(0);
      DoubleVector sum23 =
          add ? DoubleVector.fromArray(SPECIES, c, target + 2 * cRow + 3 * cColumn) : all(0);
      DoubleVector sum30 = add ? DoubleVector.fromArray(SPECIES, c, target + 3 * cRow) : all(0);
      DoubleVector sum31 =
          add ? DoubleVector.fromArray(SPECIES, c, target + 3 * cRow + cColumn) : all(0);
      DoubleVector sum32 =
          add ? DoubleVector.fromArray(SPECIES, c, target + 3 * cRow + 2 * cColumn) : all(0);
      DoubleVector sum33 =
          add ? DoubleVector.fromArray(SPECIES, c, target + 3 * cRow + 3 * cColumn) : all(0);
      int ofA = aFrom + lane;
      int ofB = SHARED ? bFrom : bFrom + lane;
      for (int k = 0; k < depth; k++) {
        DoubleVector b0 = load(b, ofB);
        DoubleVector b1 = load(b, ofB + bColumn);
        DoubleVector b2 = load(b, ofB + 2 * bColumn);
        DoubleVector b3 = load(b, ofB + 3 * bColumn);
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, ofA);
        sum00 = a0.fma(b0, sum00);
        sum01 = a0.fma(b1, sum01);
        sum02 = a0.fma(b2, sum02);
        sum03 = a0.fma(b3, sum03);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, ofA + aRow);
        sum10 = a1.fma(b0, sum10);
        sum11 = a1.fma(b1, sum11);
        sum12 = a1.fma(b2, sum12);
        sum13 = a1.fma(b3, sum13);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, ofA + 2 * aRow);
        sum20 = a2.fma(b0, sum20);
        sum21 = a2.fma(b1, sum21);
        sum22 = a2.fma(b2, sum22);
        sum23 = a2.fma(b3, sum23);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, a, ofA + 3 * aRow);
        sum30 = a3.fma(b0, sum30);
        sum31 = a3.fma(b1, sum31);
        sum32 = a3.fma(b2, sum32);
        sum33 = a3.fma(b3, sum33);
        ofA += aDepth;
        ofB += bDepth;
      }
      sum00.intoArray(c, target);
      sum01.intoArray(c, target + cColumn);
      sum02.intoArray(c, target + 2 * cColumn);
      sum03.intoArray(c, target + 3 * cColumn);
      sum10.intoArray(c, target + cRow);
      sum11.intoArray(c, target + cRow + cColumn);
      sum12.intoArray(c, target + cRow + 2 * cColumn);
      sum13.intoArray(c, target + cRow + 3 * cColumn);
      sum20.intoArray(c, target + 2 * cRow);
      sum21.intoArray(c, target + 2 * cRow + cColumn);
      sum22.intoArray(c, target + 2 * cRow + 2 * cColumn);
      sum23.intoArray(c, target + 2 * cRow + 3 * cColumn);
      sum30.intoArray(c, target + 3 * cRow);
      sum31.intoArray(c, target + 3 * cRow + cColumn);
      sum32.intoArray(c, target + 3 * cRow + 2 * cColumn);
      sum33.intoArray(c, target + 3 * cRow + 3 * cColumn);
    }
  }

  private static void tile4x1(
      LaneMatrix left,
      LaneMatrix right,
      LaneMatrix product,
      boolean add,
      int m,
      int n,
      int from,
      int to) {
    int depth = left.columns();
    double[] a = left.numbers();
    int aFrom = left.at(m, 0);
    int aRow = left.rowStep();
    int aDepth = left.columnStep();
    double[] b = right.numbers();
    int bFrom = right.at(0, n);
    int bDepth = right.rowStep();
    double[] c = product.numbers();
    int cFrom = product.at(m, n);
    int cRow = product.rowStep();
    for (int lane = from; lane < to; lane += WIDTH) {
      int target = cFrom + lane;
      DoubleVector sum00 = add ? DoubleVector.fromArray(SPECIES, c, target) : all(0);
      DoubleVector sum10 = add ? DoubleVector.fromArray(SPECIES, c, target + cRow) : all(0);
      DoubleVector sum20 = add ? DoubleVector.fromArray(SPECIES, c, target + 2 * cRow) : all(0);
      DoubleVector sum30 = add ? DoubleVector.fromArray(SPECIES, c, target + 3 * cRow) : all(0);
      int ofA = aFrom + lane;
      int ofB = SHARED ? bFrom : bFrom + lane;
      for (int k = 0; k < depth; k++) {
        DoubleVector b0 = load(b, ofB);
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, ofA);
        sum00 = a0.fma(b0, sum00);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, a, ofA + aRow);
        sum10 = a1.fma(b0, sum10);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, a, ofA + 2 * aRow);
        sum20 = a2.fma(b0, sum20);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, a, ofA + 3 * aRow);
        sum30 = a3.fma(b0, sum30);
        ofA += aDepth;
        ofB += bDepth;
      }
      sum00.intoArray(c, target);
      sum10.intoArray(c, target + cRow);
      sum20.intoArray(c, target + 2 * cRow);
      sum30.intoArray(c, target + 3 * cRow);
    }
  }

  private static void tile1x4(
      LaneMatrix left,
      LaneMatrix right,
      LaneMatrix product,
      boolean add,
      int m,
      int n,
      int from,
      int to) {
    int depth = left.columns();
    double[] a = left.numbers();
    int aFrom = left.at(m, 0);
    int aDepth = left.columnStep();
    double[] b = right.numbers();
    int bFrom = right.at(0, n);
    int bDepth = right.rowStep();
    int bColumn = right.columnStep();
    double[] c = product.numbers();
    int cFrom = product.at(m, n);
    int cColumn = product.columnStep();
    for (int lane = from; lane < to; lane += WIDTH) {
      int target = cFrom + lane;
      DoubleVector sum00 = add ? DoubleVector.fromArray(SPECIES, c, target) : all(0);
      DoubleVector sum01 = add ? DoubleVector.fromArray(SPECIES, c, target + cColumn) : all(0);
      DoubleVector sum02 = add ? DoubleVector.fromArray(SPECIES, c, target + 2 * cColumn) : all(0);
      DoubleVector sum03 = add ? DoubleVector.fromArray(SPECIES, c, target + 3 * cColumn) : all(0);
      int ofA = aFrom + lane;
      int ofB = SHARED ? bFrom : bFrom + lane;
      for (int k = 0; k < depth; k++) {
        DoubleVector b0 = load(b, ofB);
        DoubleVector b1 = load(b, ofB + bColumn);
        DoubleVector b2 = load(b, ofB + 2 * bColumn);
        DoubleVector b3 = load(b, ofB + 3 * bColumn);
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, ofA);
        sum00 = a0.fma(b0, sum00);
        sum01 = a0.fma(b1, sum01);
        sum02 = a0.fma(b2, sum02);
        sum03 = a0.fma(b3, sum03);
        ofA += aDepth;
        ofB += bDepth;
      }
      sum00.intoArray(c, target);
      sum01.intoArray(c, target + cColumn);
      sum02.intoArray(c, target + 2 * cColumn);
      sum03.intoArray(c, target + 3 * cColumn);
    }
  }

  private static void tile1x1(
      LaneMatrix left,
      LaneMatrix right,
      LaneMatrix product,
      boolean add,
      int m,
      int n,
      int from,
      int to) {
    int depth = left.columns();
    double[] a = left.numbers();
    int aFrom = left.at(m, 0);
    int aDepth = left.columnStep();
    double[] b = right.numbers();
    int bFrom = right.at(0, n);
    int bDepth = right.rowStep();
    double[] c = product.numbers();
    int cFrom = product.at(m, n);
    if (depth == 1 && !SHARED) {
      if (add) {
        addProduct(from, to, a, aFrom, b, bFrom, c, cFrom);
      } else {
        product(from, to, a, aFrom, b, bFrom, c, cFrom);
      }
      return;
    }
    for (int lane = from; lane < to; lane += WIDTH) {
      int target = cFrom + lane;
      DoubleVector sum00 = add ? DoubleVector.fromArray(SPECIES, c, target) : all(0);
      int ofA = aFrom + lane;
      int ofB = SHARED ? bFrom : bFrom + lane;
      for (int k = 0; k < depth; k++) {
        DoubleVector b0 = load(b, ofB);
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, a, ofA);
        sum00 = a0.fma(b0, sum00);
        ofA += aDepth;
        ofB += bDepth;
      }
      sum00.intoArray(c, target);
    }
  }

  /** A sum of one term, which networks of single units have everywhere. */
  private static void addProduct(
      int from, int to, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
    for (int lane = from; lane < to; lane += WIDTH) {
      DoubleVector left = DoubleVector.fromArray(SPECIES, a, aFrom + lane);
      DoubleVector right = DoubleVector.fromArray(SPECIES, b, bFrom + lane);
      left.fma(right, DoubleVector.fromArray(SPECIES, c, cFrom + lane)).intoArray(c, cFrom + lane);
    }
  }

  private static void product(
      int from, int to, double[] a, int aFrom, double[] b, int bFrom, double[] c, int cFrom) {
    for (int lane = from; lane < to; lane += WIDTH) {
      DoubleVector left = DoubleVector.fromArray(SPECIES, a, aFrom + lane);
      DoubleVector right = DoubleVector.fromArray(SPECIES, b, bFrom + lane);
      left.fma(right, all(0)).intoArray(c, cFrom + lane);
    }
  }

  /** Numbers of the lanes side by side, or one for all of them. */
  private static DoubleVector load(double[] b, int at) {
    return SHARED ? all(b[at]) : DoubleVector.fromArray(SPECIES, b, at);
  }

  private static boolean isShared() {
    try {
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      String data = MethodHandles.classData(lookup, ConstantDescs.DEFAULT_NAME, String.class);
      return SHARED_COPY.equals(data);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
