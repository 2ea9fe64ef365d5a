package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The kernels of {@link io.sluice.math.Hyperbolic}; each returns where it stopped. */
final class VectorHyperbolic {

  /** From here on the exponential is nothing beside 1. */
  private static final double LOWEST = -100;

  /** Up to this magnitude the slope is normal. */
  private static final double NORMAL = 350;

  private VectorHyperbolic() {}

  static int tanhs(double[] x, double[] y, int from, int to) {
    int i = from;
    DoubleVector rounder = all(Coefficients.ROUNDER);
    DoubleVector log2e = all(Coefficients.LOG2_E);
    DoubleVector minusLn2High = all(Coefficients.MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(Coefficients.MINUS_LN2_LOW);
    DoubleVector even2 = all(Coefficients.EVEN_2);
    DoubleVector even4 = all(Coefficients.EVEN_4);
    DoubleVector even6 = all(Coefficients.EVEN_6);
    DoubleVector even8 = all(Coefficients.EVEN_8);
    DoubleVector even10 = all(Coefficients.EVEN_10);
    DoubleVector odd1 = all(Coefficients.ODD_1);
    DoubleVector odd3 = all(Coefficients.ODD_3);
    DoubleVector odd5 = all(Coefficients.ODD_5);
    DoubleVector odd7 = all(Coefficients.ODD_7);
    DoubleVector odd9 = all(Coefficients.ODD_9);
    DoubleVector half = all(0.5);
    DoubleVector one = all(1);
    DoubleVector minusTwo = all(-2);
    DoubleVector lowest = all(LOWEST);
    LongVector bias = whole(1023);
    LongVector signs = whole(Long.MIN_VALUE);
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector absolute = input.abs();
      DoubleVector doubled = absolute.mul(minusTwo);
      DoubleVector exponent = doubled.blend(lowest, doubled.compare(VectorOperators.LT, lowest));
      DoubleVector shifted = exponent.fma(log2e, rounder);
      DoubleVector k = shifted.sub(rounder);
      DoubleVector r = k.fma(minusLn2Low, k.fma(minusLn2High, exponent));
      DoubleVector square = r.mul(r);
      DoubleVector even = square.fma(even10, even8);
      even = square.fma(even, even6);
      even = square.fma(even, even4);
      even = square.fma(even, even2);
      even = square.fma(even, half);
      DoubleVector odd = square.fma(odd9, odd7);
      odd = square.fma(odd, odd5);
      odd = square.fma(odd, odd3);
      odd = square.fma(odd, odd1);
      DoubleVector tail = r.fma(odd, even);
      DoubleVector p = square.fma(tail, r);
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(bias)
              .lanewise(VectorOperators.LSHL, 52)
              .reinterpretAsDoubles();
      DoubleVector over = power.fma(p, power.sub(one));
      DoubleVector under = power.fma(p, power.add(one));
      LongVector magnitude = over.div(under).abs().reinterpretAsLongs();
      LongVector sign = input.reinterpretAsLongs().and(signs);
      DoubleVector result = magnitude.or(sign).reinterpretAsDoubles();
      result.blend(input, absolute.compare(VectorOperators.LT, 0x1p-27)).intoArray(y, i);
    }
    return i;
  }

  static int tanhsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    int i = from;
    DoubleVector rounder = all(Coefficients.ROUNDER);
    DoubleVector log2e = all(Coefficients.LOG2_E);
    DoubleVector minusLn2High = all(Coefficients.MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(Coefficients.MINUS_LN2_LOW);
    DoubleVector even2 = all(Coefficients.EVEN_2);
    DoubleVector even4 = all(Coefficients.EVEN_4);
    DoubleVector even6 = all(Coefficients.EVEN_6);
    DoubleVector even8 = all(Coefficients.EVEN_8);
    DoubleVector even10 = all(Coefficients.EVEN_10);
    DoubleVector odd1 = all(Coefficients.ODD_1);
    DoubleVector odd3 = all(Coefficients.ODD_3);
    DoubleVector odd5 = all(Coefficients.ODD_5);
    DoubleVector odd7 = all(Coefficients.ODD_7);
    DoubleVector odd9 = all(Coefficients.ODD_9);
    DoubleVector half = all(0.5);
    DoubleVector one = all(1);
    DoubleVector minusTwo = all(-2);
    DoubleVector four = all(4);
    LongVector bias = whole(1023);
    LongVector signs = whole(Long.MIN_VALUE);
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector absolute = input.abs();
      if (!absolute.compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector exponent = absolute.mul(minusTwo);
      DoubleVector shifted = exponent.fma(log2e, rounder);
      DoubleVector k = shifted.sub(rounder);
      DoubleVector r = k.fma(minusLn2Low, k.fma(minusLn2High, exponent));
      DoubleVector square = r.mul(r);
      DoubleVector even = square.fma(even10, even8);
      even = square.fma(even, even6);
      even = square.fma(even, even4);
      even = square.fma(even, even2);
      even = square.fma(even, half);
      DoubleVector odd = square.fma(odd9, odd7);
      odd = square.fma(odd, odd5);
      odd = square.fma(odd, odd3);
      odd = square.fma(odd, odd1);
      DoubleVector tail = r.fma(odd, even);
      DoubleVector p = square.fma(tail, r);
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(bias)
              .lanewise(VectorOperators.LSHL, 52)
              .reinterpretAsDoubles();
      DoubleVector over = power.fma(p, power.sub(one));
      DoubleVector base = power.add(one);
      DoubleVector under = power.fma(p, base);
      LongVector magnitude = over.div(under).abs().reinterpretAsLongs();
      LongVector sign = input.reinterpretAsLongs().and(signs);
      DoubleVector result = magnitude.or(sign).reinterpretAsDoubles();
      DoubleVector lost = power.fma(p, base.sub(under));
      DoubleVector squared = under.fma(under, under.add(under).mul(lost));
      DoubleVector scaled = p.add(one).mul(four).div(squared);
      result.blend(input, absolute.compare(VectorOperators.LT, 0x1p-27)).intoArray(y, i);
      scaled.mul(power).intoArray(slope, i);
    }
    return i;
  }
}
