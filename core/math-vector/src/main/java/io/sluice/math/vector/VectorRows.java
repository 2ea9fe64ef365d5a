package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** The kernels of {@link io.sluice.math.LaneRows}. */
final class VectorRows {

  /** Fewer numbers are looked at one by one: to sum up a vector takes longer. */
  private static final int SHORT = 3 * WIDTH;

  private VectorRows() {}

  static boolean keepLeast(
      double[] x,
      double[] least,
      double[] marks,
      double mark,
      double[] awaited,
      double limit,
      int length) {
    int i = 0;
    VectorMask<Double> noteworthy = SPECIES.maskAll(false);
    for (; i <= length - WIDTH; i += WIDTH) {
      DoubleVector now = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector before = DoubleVector.fromArray(SPECIES, least, i);
      VectorMask<Double> less = now.compare(VectorOperators.LT, before);
      before.blend(now, less).intoArray(least, i);
      DoubleVector.fromArray(SPECIES, marks, i).blend(mark, less).intoArray(marks, i);
      VectorMask<Double> above =
          now.compare(VectorOperators.GT, DoubleVector.fromArray(SPECIES, awaited, i));
      VectorMask<Double> small = now.compare(VectorOperators.LE, limit);
      noteworthy = noteworthy.or(less.andNot(above)).or(small.not());
    }
    boolean found = noteworthy.anyTrue();
    for (; i < length; i++) {
      if (x[i] < least[i]) {
        least[i] = x[i];
        marks[i] = mark;
        found |= !(x[i] > awaited[i]);
      }
      found |= !(x[i] <= limit);
    }
    return found;
  }

  static void sum(double[] x, int from, int rows, int stride, int lanes, double[] target, int at) {
    int lane = 0;
    // An addition takes as long as four that wait for nothing.
    for (; lane <= lanes - 4 * WIDTH; lane += 4 * WIDTH) {
      int to = at + lane;
      DoubleVector sum0 = DoubleVector.fromArray(SPECIES, target, to);
      DoubleVector sum1 = DoubleVector.fromArray(SPECIES, target, to + WIDTH);
      DoubleVector sum2 = DoubleVector.fromArray(SPECIES, target, to + 2 * WIDTH);
      DoubleVector sum3 = DoubleVector.fromArray(SPECIES, target, to + 3 * WIDTH);
      int index = from + lane;
      for (int r = 0; r < rows; r++) {
        sum0 = sum0.add(DoubleVector.fromArray(SPECIES, x, index));
        sum1 = sum1.add(DoubleVector.fromArray(SPECIES, x, index + WIDTH));
        sum2 = sum2.add(DoubleVector.fromArray(SPECIES, x, index + 2 * WIDTH));
        sum3 = sum3.add(DoubleVector.fromArray(SPECIES, x, index + 3 * WIDTH));
        index += stride;
      }
      sum0.intoArray(target, to);
      sum1.intoArray(target, to + WIDTH);
      sum2.intoArray(target, to + 2 * WIDTH);
      sum3.intoArray(target, to + 3 * WIDTH);
    }
    for (; lane <= lanes - WIDTH; lane += WIDTH) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, target, at + lane);
      int index = from + lane;
      for (int r = 0; r < rows; r++) {
        sum = sum.add(DoubleVector.fromArray(SPECIES, x, index));
        index += stride;
      }
      sum.intoArray(target, at + lane);
    }
    for (; lane < lanes; lane++) {
      double sum = target[at + lane];
      int index = from + lane;
      for (int r = 0; r < rows; r++) {
        sum += x[index];
        index += stride;
      }
      target[at + lane] = sum;
    }
  }

  static void multiply(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    int i = 0;
    for (; i <= length - WIDTH; i += WIDTH) {
      DoubleVector left = DoubleVector.fromArray(SPECIES, x, xFrom + i);
      left.mul(DoubleVector.fromArray(SPECIES, y, yFrom + i)).intoArray(target, at + i);
    }
    for (; i < length; i++) {
      target[at + i] = x[xFrom + i] * y[yFrom + i];
    }
  }

  static void add(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    int i = 0;
    for (; i <= length - WIDTH; i += WIDTH) {
      DoubleVector left = DoubleVector.fromArray(SPECIES, x, xFrom + i);
      left.add(DoubleVector.fromArray(SPECIES, y, yFrom + i)).intoArray(target, at + i);
    }
    for (; i < length; i++) {
      target[at + i] = x[xFrom + i] + y[yFrom + i];
    }
  }

  static void multiplyAdd(
      double[] x, int xFrom, double[] y, int yFrom, double[] target, int at, int length) {
    int i = 0;
    for (; i <= length - WIDTH; i += WIDTH) {
      DoubleVector left = DoubleVector.fromArray(SPECIES, x, xFrom + i);
      DoubleVector right = DoubleVector.fromArray(SPECIES, y, yFrom + i);
      left.fma(right, DoubleVector.fromArray(SPECIES, target, at + i)).intoArray(target, at + i);
    }
    for (; i < length; i++) {
      target[at + i] = Math.fma(x[xFrom + i], y[yFrom + i], target[at + i]);
    }
  }

  static double least(double[] x, int from, int to) {
    int i = from;
    if (to - from < SHORT) {
      double least = Double.POSITIVE_INFINITY;
      for (; i < to; i++) {
        least = Math.min(least, x[i]);
      }
      return least;
    }
    DoubleVector all = all(Double.POSITIVE_INFINITY);
    for (; i <= to - WIDTH; i += WIDTH) {
      all = all.min(DoubleVector.fromArray(SPECIES, x, i));
    }
    double least = all.reduceLanes(VectorOperators.MIN);
    for (; i < to; i++) {
      least = Math.min(least, x[i]);
    }
    return least;
  }

  /**
   * By the signs of their distances from the bounds, since masks that go on from pass to pass are
   * slow. NaN and infinity times zero are not zero. What is in doubt, which a zero at a bound of
   * zero can be and infinity at an infinite bound is, is looked at once more.
   */
  static boolean areWithin(double[] x, int from, int to, double lower, double upper) {
    int i = from;
    if (to - from >= SHORT && lower <= upper) {
      DoubleVector low = all(lower);
      DoubleVector high = all(upper);
      LongVector signs = whole(0);
      DoubleVector zero = all(0);
      DoubleVector zeros = zero;
      for (; i <= to - WIDTH; i += WIDTH) {
        DoubleVector numbers = DoubleVector.fromArray(SPECIES, x, i);
        LongVector below = numbers.sub(low).reinterpretAsLongs();
        LongVector above = high.sub(numbers).reinterpretAsLongs();
        signs = signs.or(below.or(above));
        zeros = numbers.fma(zero, zeros);
      }
      LongVector doubts =
          signs
              .lanewise(VectorOperators.LSHR, 63)
              .or(zeros.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 1));
      if (doubts.reduceLanes(VectorOperators.OR) != 0) {
        i = from;
      }
    }
    for (; i < to; i++) {
      if (!(x[i] >= lower && x[i] <= upper)) {
        return false;
      }
    }
    return true;
  }
}
