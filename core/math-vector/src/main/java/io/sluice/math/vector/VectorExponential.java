package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernels of {@link io.sluice.math.Exponential}. Each returns where it stopped: before the
 * first chunk with a rare lane or at the rest that fills no chunk.
 */
final class VectorExponential {

  static final DoubleVector ROUNDER = all(Coefficients.ROUNDER);
  static final DoubleVector LOG2_E = all(Coefficients.LOG2_E);
  static final DoubleVector MINUS_LOG2_E = all(-1.4426950408889634);
  static final DoubleVector MINUS_LN2_HIGH = all(Coefficients.MINUS_LN2_HIGH);
  static final DoubleVector MINUS_LN2_LOW = all(Coefficients.MINUS_LN2_LOW);
  static final DoubleVector ONE = all(1);

  /** What is added to an exponent in the bits of a number. */
  static final LongVector BIAS = whole(1023);

  static final DoubleVector EVEN_2 = all(Coefficients.EVEN_2);
  static final DoubleVector EVEN_4 = all(Coefficients.EVEN_4);
  static final DoubleVector EVEN_6 = all(Coefficients.EVEN_6);
  static final DoubleVector EVEN_8 = all(Coefficients.EVEN_8);
  static final DoubleVector EVEN_10 = all(Coefficients.EVEN_10);
  static final DoubleVector ODD_1 = all(Coefficients.ODD_1);
  static final DoubleVector ODD_3 = all(Coefficients.ODD_3);
  static final DoubleVector ODD_5 = all(Coefficients.ODD_5);
  static final DoubleVector ODD_7 = all(Coefficients.ODD_7);
  static final DoubleVector ODD_9 = all(Coefficients.ODD_9);
  static final DoubleVector HALF = all(0.5);

  /** Up to this magnitude the result is normal. */
  static final double NORMAL = 708;

  private VectorExponential() {}

  static int exps(double[] x, double[] y, int from, int to) {
    int i = from;
    DoubleVector rounder = all(Coefficients.ROUNDER);
    DoubleVector log2e = all(Coefficients.LOG2_E);
    DoubleVector minusLn2High = all(Coefficients.MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(Coefficients.MINUS_LN2_LOW);
    DoubleVector one = all(1);
    LongVector bias = whole(1023);
    DoubleVector half = all(0.5);
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
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.abs().compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector shifted = input.fma(log2e, rounder);
      DoubleVector k = shifted.sub(rounder);
      DoubleVector r = k.fma(minusLn2Low, k.fma(minusLn2High, input));
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
      DoubleVector power = one.add(square.fma(tail, r));
      LongVector scale = shifted.reinterpretAsLongs().add(bias).lanewise(VectorOperators.LSHL, 52);
      power.mul(scale.reinterpretAsDoubles()).intoArray(y, i);
    }
    return i;
  }

  static int decays(double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i).abs();
      if (!input.compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector shifted = input.fma(MINUS_LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, input.neg()));
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
      DoubleVector power = ONE.add(square.fma(tail, r));
      LongVector scale = shifted.reinterpretAsLongs().add(BIAS).lanewise(VectorOperators.LSHL, 52);
      power.mul(scale.reinterpretAsDoubles()).intoArray(y, i);
    }
    return i;
  }

  static int expm1s(double[] x, double[] y, int from, int to) {
    int i = from;
    DoubleVector rounder = all(Coefficients.ROUNDER);
    DoubleVector log2e = all(Coefficients.LOG2_E);
    DoubleVector minusLn2High = all(Coefficients.MINUS_LN2_HIGH);
    DoubleVector minusLn2Low = all(Coefficients.MINUS_LN2_LOW);
    LongVector biasLessOne = whole(1022);
    DoubleVector minusForty = all(-40);
    DoubleVector two = all(2);
    DoubleVector half = all(0.5);
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
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector c = input.blend(minusForty, input.compare(VectorOperators.LT, -40));
      DoubleVector shifted = c.fma(log2e, rounder);
      DoubleVector k = shifted.sub(rounder);
      DoubleVector high = k.fma(minusLn2High, c);
      DoubleVector r = k.fma(minusLn2Low, high);
      DoubleVector lost = k.fma(minusLn2Low, high.sub(r));
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
      DoubleVector rest = square.fma(tail, lost);
      DoubleVector sum = r.add(rest);
      DoubleVector error = rest.sub(sum.sub(r));
      DoubleVector power =
          shifted
              .reinterpretAsLongs()
              .add(biasLessOne)
              .lanewise(VectorOperators.LSHL, 52)
              .reinterpretAsDoubles();
      DoubleVector result = power.fma(error, power.fma(sum, power.sub(half))).mul(two);
      result.blend(input, input.abs().compare(VectorOperators.LT, 0x1p-54)).intoArray(y, i);
    }
    return i;
  }
}
