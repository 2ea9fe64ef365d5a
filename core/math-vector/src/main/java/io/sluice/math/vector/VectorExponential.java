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

  static final DoubleVector ROUNDER = all(0x1.8p52);
  static final DoubleVector LOG2_E = all(1.4426950408889634);
  static final DoubleVector MINUS_LOG2_E = all(-1.4426950408889634);
  static final DoubleVector MINUS_LN2_HIGH = all(-0x1.62e42fefa3800p-1);
  static final DoubleVector MINUS_LN2_LOW = all(-0x1.ef35793c76730p-45);
  static final DoubleVector ONE = all(1);

  /** What is added to an exponent in the bits of a number. */
  static final LongVector BIAS = whole(1023);

  static final DoubleVector EVEN_2 = all(0.04166666666666667);
  static final DoubleVector EVEN_4 = all(0.0013888888888883748);
  static final DoubleVector EVEN_6 = all(2.4801587325547743e-05);
  static final DoubleVector EVEN_8 = all(2.75572736431103e-07);
  static final DoubleVector EVEN_10 = all(2.0914686968086876e-09);
  static final DoubleVector ODD_1 = all(0.1666666666666667);
  static final DoubleVector ODD_3 = all(0.008333333333326136);
  static final DoubleVector ODD_5 = all(0.00019841269874820627);
  static final DoubleVector ODD_7 = all(2.7557255400206422e-06);
  static final DoubleVector ODD_9 = all(2.5105217004720745e-08);
  static final DoubleVector HALF = all(0.5);

  /** Up to this magnitude the result is normal. */
  static final double NORMAL = 708;

  private static final LongVector BIAS_LESS_ONE = whole(1022);
  private static final DoubleVector MINUS_FORTY = all(-40);
  private static final DoubleVector TWO = all(2);

  private VectorExponential() {}

  static int exps(double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.abs().compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector shifted = input.fma(LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, input));
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
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector c = input.blend(MINUS_FORTY, input.compare(VectorOperators.LT, -40));
      DoubleVector shifted = c.fma(LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector high = k.fma(MINUS_LN2_HIGH, c);
      DoubleVector r = k.fma(MINUS_LN2_LOW, high);
      DoubleVector lost = k.fma(MINUS_LN2_LOW, high.sub(r));
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
      DoubleVector rest = square.fma(tail, lost);
      DoubleVector sum = r.add(rest);
      DoubleVector error = rest.sub(sum.sub(r));
      DoubleVector half =
          shifted
              .reinterpretAsLongs()
              .add(BIAS_LESS_ONE)
              .lanewise(VectorOperators.LSHL, 52)
              .reinterpretAsDoubles();
      DoubleVector result = half.fma(error, half.fma(sum, half.sub(HALF))).mul(TWO);
      result.blend(input, input.abs().compare(VectorOperators.LT, 0x1p-54)).intoArray(y, i);
    }
    return i;
  }
}
