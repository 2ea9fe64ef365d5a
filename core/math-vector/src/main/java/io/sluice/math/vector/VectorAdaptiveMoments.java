package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The kernel of {@link io.sluice.math.AdaptiveMoments}; it returns where it stopped. */
final class VectorAdaptiveMoments {

  private VectorAdaptiveMoments() {}

  static int steps(
      double[] mean,
      double toMean,
      double[] square,
      double keptSquare,
      double toSquare,
      double scale,
      double factor,
      double constant,
      double[] gradients,
      double[] target,
      boolean add,
      int from,
      int to) {
    DoubleVector half = all(0.5);
    DoubleVector minusHalf = all(-0.5);
    LongVector rootBits = whole(VectorRootQuotient.ROOT_BITS);
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector gradient = DoubleVector.fromArray(SPECIES, gradients, i);
      DoubleVector before = DoubleVector.fromArray(SPECIES, mean, i);
      DoubleVector newMean = before.add(gradient.sub(before).mul(toMean));
      DoubleVector kept = DoubleVector.fromArray(SPECIES, square, i).mul(keptSquare);
      DoubleVector newSquare = kept.add(gradient.mul(toSquare).mul(gradient));
      LongVector halved = newSquare.reinterpretAsLongs().lanewise(VectorOperators.LSHR, 1);
      DoubleVector r = rootBits.sub(halved).reinterpretAsDoubles();
      DoubleVector halfSquare = newSquare.mul(minusHalf);
      r = r.mul(halfSquare).fma(r, half).fma(r, r);
      r = r.mul(halfSquare).fma(r, half).fma(r, r);
      r = r.mul(halfSquare).fma(r, half).fma(r, r);
      DoubleVector root = newSquare.mul(r);
      root = r.mul(minusHalf).fma(root.fma(root, newSquare.neg()), root);
      DoubleVector under = root.fma(all(factor), all(constant));
      if (!under.compare(VectorOperators.GE, VectorRootQuotient.LEAST).allTrue()) {
        return i;
      }
      newMean.intoArray(mean, i);
      newSquare.intoArray(square, i);
      DoubleVector step = newMean.mul(scale).div(under);
      (add ? DoubleVector.fromArray(SPECIES, target, i).add(step) : step).intoArray(target, i);
    }
    return i;
  }
}
