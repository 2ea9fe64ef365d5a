package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;
import static io.sluice.math.vector.VectorExponential.ONE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The kernels of {@link io.sluice.math.Logarithm}; each returns where it stopped. */
final class VectorLogarithm {

  /** From here on a logarithm of 1 + x is left to the scalar truth. */
  private static final double LARGE = 0x1p59;

  /** The square root of one half, less 2^1024 in the exponent, so that differences are positive. */
  private static final LongVector SQRT_HALF_LESS_TWO = whole(0x3fe6a09e667f3bcdL - (1024L << 52));

  private static final LongVector HALF_BIAS = whole(1024);
  private static final LongVector WHOLE_BITS = whole(0x4330000000000000L);
  private static final DoubleVector WHOLE = all(0x1p52 + 1024);
  private static final LongVector BIAS_AND_HALF = whole(2047);
  private static final DoubleVector LN2_HIGH = all(0x1.62e42fefa3800p-1);
  private static final DoubleVector LN2_LOW = all(0x1.ef35793c76730p-45);
  private static final DoubleVector ZERO = all(0);
  private static final DoubleVector TWO = all(2);
  private static final DoubleVector EVEN_6 = all(0.13268759668560612);
  private static final DoubleVector EVEN_4 = all(0.18181795630884753);
  private static final DoubleVector EVEN_2 = all(0.2857142857080323);
  private static final DoubleVector EVEN_0 = all(0.6666666666666666);
  private static final DoubleVector ODD_7 = all(0.13086767009948175);
  private static final DoubleVector ODD_5 = all(0.15386240205813478);
  private static final DoubleVector ODD_3 = all(0.2222222239180047);
  private static final DoubleVector ODD_1 = all(0.4000000000000088);

  private VectorLogarithm() {}

  static int logs(double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.compare(VectorOperators.GE, Double.MIN_NORMAL).allTrue()
          || !input.compare(VectorOperators.LE, Double.MAX_VALUE).allTrue()) {
        return i;
      }
      LongVector bits = input.reinterpretAsLongs();
      LongVector biased = bits.sub(SQRT_HALF_LESS_TWO).lanewise(VectorOperators.LSHR, 52);
      // The exponent stands in the lowest bits of 2^52 + 1024 + k.
      DoubleVector k = biased.or(WHOLE_BITS).reinterpretAsDoubles().sub(WHOLE);
      LongVector shift = biased.sub(HALF_BIAS).lanewise(VectorOperators.LSHL, 52);
      DoubleVector f = bits.sub(shift).reinterpretAsDoubles().sub(ONE);
      DoubleVector d = TWO.add(f);
      DoubleVector inverse = ONE.div(d);
      DoubleVector s = f.mul(inverse);
      DoubleVector minus = s.neg();
      // With a tail of zero what the sum below adds for it is a zero too.
      DoubleVector remainder = minus.fma(d, f).add(minus.fma(f.sub(d.sub(TWO)), ZERO));
      DoubleVector z = s.mul(s);
      DoubleVector square = z.mul(z);
      DoubleVector even = square.fma(EVEN_6, EVEN_4);
      even = square.fma(even, EVEN_2);
      even = square.fma(even, EVEN_0);
      DoubleVector odd = square.fma(ODD_7, ODD_5);
      odd = square.fma(odd, ODD_3);
      odd = square.fma(odd, ODD_1);
      DoubleVector twice = remainder.mul(inverse).mul(TWO);
      DoubleVector rest = s.mul(z).fma(z.fma(odd, even), twice);
      DoubleVector high = k.mul(LN2_HIGH);
      DoubleVector doubled = s.mul(TWO);
      DoubleVector leading = high.add(doubled);
      DoubleVector lost = doubled.sub(leading.sub(high)).add(k.fma(LN2_LOW, rest));
      leading.add(lost).intoArray(y, i);
    }
    return i;
  }

  static int log1ps(double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.compare(VectorOperators.GT, -1).allTrue()
          || !input.compare(VectorOperators.LE, LARGE).allTrue()) {
        return i;
      }
      DoubleVector sum = ONE.add(input);
      DoubleVector one = sum.sub(input);
      DoubleVector error = ONE.sub(one).add(input.sub(sum.sub(one)));
      LongVector bits = sum.reinterpretAsLongs();
      LongVector biased = bits.sub(SQRT_HALF_LESS_TWO).lanewise(VectorOperators.LSHR, 52);
      // The exponent stands in the lowest bits of 2^52 + 1024 + k.
      DoubleVector k = biased.or(WHOLE_BITS).reinterpretAsDoubles().sub(WHOLE);
      LongVector shift = biased.sub(HALF_BIAS).lanewise(VectorOperators.LSHL, 52);
      DoubleVector f = bits.sub(shift).reinterpretAsDoubles().sub(ONE);
      DoubleVector d = TWO.add(f);
      DoubleVector inverse = ONE.div(d);
      DoubleVector s = f.mul(inverse);
      DoubleVector minus = s.neg();
      LongVector inverseScale = BIAS_AND_HALF.sub(biased).lanewise(VectorOperators.LSHL, 52);
      DoubleVector tail = error.mul(inverseScale.reinterpretAsDoubles());
      DoubleVector gap = f.sub(d.sub(TWO)).add(tail);
      DoubleVector remainder = minus.fma(d, f).add(minus.fma(gap, tail));
      DoubleVector z = s.mul(s);
      DoubleVector square = z.mul(z);
      DoubleVector even = square.fma(EVEN_6, EVEN_4);
      even = square.fma(even, EVEN_2);
      even = square.fma(even, EVEN_0);
      DoubleVector odd = square.fma(ODD_7, ODD_5);
      odd = square.fma(odd, ODD_3);
      odd = square.fma(odd, ODD_1);
      DoubleVector twice = remainder.mul(inverse).mul(TWO);
      DoubleVector rest = s.mul(z).fma(z.fma(odd, even), twice);
      DoubleVector high = k.mul(LN2_HIGH);
      DoubleVector doubled = s.mul(TWO);
      DoubleVector leading = high.add(doubled);
      DoubleVector lost = doubled.sub(leading.sub(high)).add(k.fma(LN2_LOW, rest));
      DoubleVector result = leading.add(lost);
      result.blend(input, input.abs().compare(VectorOperators.LT, 0x1p-54)).intoArray(y, i);
    }
    return i;
  }
}
