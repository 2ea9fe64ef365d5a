package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The kernel of {@link io.sluice.math.RootQuotient}; it returns where it stopped. */
final class VectorRootQuotient {

  /** Least of the divisors for which the bits of the square are those of a normal number, or 0. */
  static final double LEAST = 0x1p-500;

  /** Bits of 1/√v if those of v are zero. */
  static final long ROOT_BITS = 0x5FE6EB50C7B537A9L;

  private VectorRootQuotient() {}

  static int rootQuotients(
      double[] over,
      double[] scales,
      double[] squares,
      double[] factors,
      double[] constants,
      double[] y,
      int from,
      int to) {
    DoubleVector half = all(0.5);
    DoubleVector minusHalf = all(-0.5);
    LongVector rootBits = whole(ROOT_BITS);
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector square = DoubleVector.fromArray(SPECIES, squares, i);
      LongVector halved = square.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 1);
      DoubleVector r = rootBits.sub(halved).reinterpretAsDoubles();
      DoubleVector halfSquare = square.mul(minusHalf);
      r = r.mul(halfSquare).fma(r, half).fma(r, r);
      r = r.mul(halfSquare).fma(r, half).fma(r, r);
      r = r.mul(halfSquare).fma(r, half).fma(r, r);
      DoubleVector root = square.mul(r);
      root = r.mul(minusHalf).fma(root.fma(root, square.neg()), root);
      DoubleVector factor = DoubleVector.fromArray(SPECIES, factors, i);
      DoubleVector under = root.fma(factor, DoubleVector.fromArray(SPECIES, constants, i));
      if (!under.compare(VectorOperators.GE, LEAST).allTrue()) {
        return i;
      }
      DoubleVector scale = DoubleVector.fromArray(SPECIES, scales, i);
      DoubleVector.fromArray(SPECIES, over, i).mul(scale).div(under).intoArray(y, i);
    }
    return i;
  }
}
