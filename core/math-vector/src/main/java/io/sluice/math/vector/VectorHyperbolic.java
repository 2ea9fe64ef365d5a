package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;
import static io.sluice.math.vector.VectorExponential.BIAS;
import static io.sluice.math.vector.VectorExponential.EVEN_10;
import static io.sluice.math.vector.VectorExponential.EVEN_2;
import static io.sluice.math.vector.VectorExponential.EVEN_4;
import static io.sluice.math.vector.VectorExponential.EVEN_6;
import static io.sluice.math.vector.VectorExponential.EVEN_8;
import static io.sluice.math.vector.VectorExponential.HALF;
import static io.sluice.math.vector.VectorExponential.LOG2_E;
import static io.sluice.math.vector.VectorExponential.MINUS_LN2_HIGH;
import static io.sluice.math.vector.VectorExponential.MINUS_LN2_LOW;
import static io.sluice.math.vector.VectorExponential.ODD_1;
import static io.sluice.math.vector.VectorExponential.ODD_3;
import static io.sluice.math.vector.VectorExponential.ODD_5;
import static io.sluice.math.vector.VectorExponential.ODD_7;
import static io.sluice.math.vector.VectorExponential.ODD_9;
import static io.sluice.math.vector.VectorExponential.ONE;
import static io.sluice.math.vector.VectorExponential.ROUNDER;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The kernels of {@link io.sluice.math.Hyperbolic}; each returns where it stopped. */
final class VectorHyperbolic {

  /** From here on the exponential is nothing beside 1. */
  private static final DoubleVector LOWEST = all(-100);

  /** Up to this magnitude the slope is normal. */
  private static final double NORMAL = 350;

  private static final DoubleVector MINUS_TWO = all(-2);
  private static final DoubleVector FOUR = all(4);
  private static final LongVector SIGN = whole(Long.MIN_VALUE);

  private VectorHyperbolic() {}

  static int tanhs(double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector absolute = input.abs();
      DoubleVector doubled = absolute.mul(MINUS_TWO);
      DoubleVector exponent = doubled.blend(LOWEST, doubled.compare(VectorOperators.LT, LOWEST));
      DoubleVector shifted = exponent.fma(LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, exponent));
      DoubleVector square = r.mul(r);
      DoubleVector even = square.fma(EVEN_10, EVEN_8);
      even = square.fma(even, EVEN_6);
      even = square.fma(even, EVEN_4);
      even = square.fma(even, EVEN_2);
      even = square.fma(even, HALF);
      DoubleVector odd = square.fma(ODD_9, ODD_7);
      odd = square.fma(odd, ODD_5);
      odd = square.fma(odd, ODD_3);
      odd = square.fma(odd, ODD_1);
      DoubleVector tail = r.fma(odd, even);
      DoubleVector p = square.fma(tail, r);
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, 52)
              .reinterpretAsDoubles();
      DoubleVector over = power.fma(p, power.sub(ONE));
      DoubleVector under = power.fma(p, power.add(ONE));
      LongVector magnitude = over.div(under).abs().reinterpretAsLongs();
      LongVector sign = input.reinterpretAsLongs().and(SIGN);
      DoubleVector result = magnitude.or(sign).reinterpretAsDoubles();
      result.blend(input, absolute.compare(VectorOperators.LT, 0x1p-27)).intoArray(y, i);
    }
    return i;
  }

  static int tanhsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector absolute = input.abs();
      if (!absolute.compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector exponent = absolute.mul(MINUS_TWO);
      DoubleVector shifted = exponent.fma(LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, exponent));
      DoubleVector square = r.mul(r);
      DoubleVector even = square.fma(EVEN_10, EVEN_8);
      even = square.fma(even, EVEN_6);
      even = square.fma(even, EVEN_4);
      even = square.fma(even, EVEN_2);
      even = square.fma(even, HALF);
      DoubleVector odd = square.fma(ODD_9, ODD_7);
      odd = square.fma(odd, ODD_5);
      odd = square.fma(odd, ODD_3);
      odd = square.fma(odd, ODD_1);
      DoubleVector tail = r.fma(odd, even);
      DoubleVector p = square.fma(tail, r);
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(BIAS)
              .lanewise(VectorOperators.LSHL, 52)
              .reinterpretAsDoubles();
      DoubleVector over = power.fma(p, power.sub(ONE));
      DoubleVector base = power.add(ONE);
      DoubleVector under = power.fma(p, base);
      LongVector magnitude = over.div(under).abs().reinterpretAsLongs();
      LongVector sign = input.reinterpretAsLongs().and(SIGN);
      DoubleVector result = magnitude.or(sign).reinterpretAsDoubles();
      DoubleVector lost = power.fma(p, base.sub(under));
      DoubleVector squared = under.fma(under, under.add(under).mul(lost));
      DoubleVector scaled = p.add(ONE).mul(FOUR).div(squared);
      result.blend(input, absolute.compare(VectorOperators.LT, 0x1p-27)).intoArray(y, i);
      scaled.mul(power).intoArray(slope, i);
    }
    return i;
  }
}
