package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;
import static io.sluice.math.vector.VectorExponential.HALF;
import static io.sluice.math.vector.VectorExponential.ONE;
import static io.sluice.math.vector.VectorExponential.ROUNDER;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernels of {@link io.sluice.math.Trigonometric}; each returns where it stopped. Both
 * polynomials are computed and one of them is chosen in its bits.
 */
final class VectorTrigonometric {

  /** From here on the scalar truth takes over. */
  static final double LARGE = 1e6;

  /** Below it sin x rounds to x. */
  static final double TINY = 0x1p-27;

  static final DoubleVector TWO_OVER_PI = all(0.6366197723675814);
  static final DoubleVector MINUS_HALF_PI_HIGH = all(-0x1.921fb54442d18p0);
  static final DoubleVector HALF_PI_MIDDLE = all(0x1.1a62633100000p-54);
  static final DoubleVector MINUS_HALF_PI_LOW = all(-0x1.1701b839a2520p-88);
  static final DoubleVector MINUS_HALF = all(-0.5);
  static final DoubleVector NOTHING = all(0);
  static final LongVector ZEROS = whole(0);
  static final LongVector ONES = whole(1);
  static final LongVector TWOS = whole(2);
  static final DoubleVector SINE_9 = all(-2.5051131455447428e-08);
  static final DoubleVector SINE_5 = all(-0.0001984126983675497);
  static final DoubleVector SINE_1 = all(-0.16666666666666666);
  static final DoubleVector SINE_11 = all(1.591810123167728e-10);
  static final DoubleVector SINE_7 = all(2.755731610068312e-06);
  static final DoubleVector SINE_3 = all(0.008333333333330946);
  static final DoubleVector COSINE_8 = all(2.087614602470193e-09);
  static final DoubleVector COSINE_4 = all(2.4801587298763433e-05);
  static final DoubleVector COSINE_0 = all(0.041666666666666664);
  static final DoubleVector COSINE_10 = all(-1.1382614869434128e-11);
  static final DoubleVector COSINE_6 = all(-2.7557317270560385e-07);
  static final DoubleVector COSINE_2 = all(-0.0013888888888887395);

  private VectorTrigonometric() {}

  static int sins(double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.abs().compare(VectorOperators.LE, LARGE).allTrue()) {
        return i;
      }
      DoubleVector shifted = input.fma(TWO_OVER_PI, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector exact = k.fma(MINUS_HALF_PI_HIGH, input);
      DoubleVector middle = k.mul(HALF_PI_MIDDLE);
      DoubleVector difference = exact.sub(middle);
      DoubleVector back = difference.sub(exact);
      DoubleVector error = exact.sub(difference.sub(back)).sub(middle.add(back));
      DoubleVector low = k.fma(MINUS_HALF_PI_LOW, error.add(NOTHING));
      DoubleVector r = difference.add(low);
      DoubleVector lost = low.sub(r.sub(difference));
      DoubleVector z = r.mul(r);
      DoubleVector square = z.mul(z);
      DoubleVector even = square.fma(square.fma(SINE_9, SINE_5), SINE_1);
      DoubleVector odd = square.fma(square.fma(SINE_11, SINE_7), SINE_3);
      DoubleVector rest = z.fma(odd, even);
      DoubleVector correction = z.mul(MINUS_HALF).fma(lost, lost);
      LongVector sines = r.add(r.mul(z).fma(rest, correction)).reinterpretAsLongs();
      even = square.fma(square.fma(COSINE_8, COSINE_4), COSINE_0);
      odd = square.fma(square.fma(COSINE_10, COSINE_6), COSINE_2);
      rest = z.fma(odd, even);
      DoubleVector half = z.mul(HALF);
      DoubleVector leading = ONE.sub(half);
      DoubleVector gap = ONE.sub(leading).sub(half);
      gap = gap.add(square.fma(rest, r.neg().mul(lost)));
      LongVector cosines = leading.add(gap).reinterpretAsLongs();
      LongVector quadrant = shifted.reinterpretAsLongs();
      LongVector sineChoice =
          ZEROS.sub(quadrant.and(ONES)).and(sines.lanewise(VectorOperators.XOR, cosines));
      LongVector sineSign = quadrant.and(TWOS).lanewise(VectorOperators.LSHL, 62);
      DoubleVector sine =
          sines
              .lanewise(VectorOperators.XOR, sineChoice)
              .lanewise(VectorOperators.XOR, sineSign)
              .reinterpretAsDoubles();
      sine.blend(input, input.abs().compare(VectorOperators.LT, TINY)).intoArray(y, i);
    }
    return i;
  }

  static int coss(double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.abs().compare(VectorOperators.LE, LARGE).allTrue()) {
        return i;
      }
      DoubleVector shifted = input.fma(TWO_OVER_PI, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector exact = k.fma(MINUS_HALF_PI_HIGH, input);
      DoubleVector middle = k.mul(HALF_PI_MIDDLE);
      DoubleVector difference = exact.sub(middle);
      DoubleVector back = difference.sub(exact);
      DoubleVector error = exact.sub(difference.sub(back)).sub(middle.add(back));
      DoubleVector low = k.fma(MINUS_HALF_PI_LOW, error.add(NOTHING));
      DoubleVector r = difference.add(low);
      DoubleVector lost = low.sub(r.sub(difference));
      DoubleVector z = r.mul(r);
      DoubleVector square = z.mul(z);
      DoubleVector even = square.fma(square.fma(SINE_9, SINE_5), SINE_1);
      DoubleVector odd = square.fma(square.fma(SINE_11, SINE_7), SINE_3);
      DoubleVector rest = z.fma(odd, even);
      DoubleVector correction = z.mul(MINUS_HALF).fma(lost, lost);
      LongVector sines = r.add(r.mul(z).fma(rest, correction)).reinterpretAsLongs();
      even = square.fma(square.fma(COSINE_8, COSINE_4), COSINE_0);
      odd = square.fma(square.fma(COSINE_10, COSINE_6), COSINE_2);
      rest = z.fma(odd, even);
      DoubleVector half = z.mul(HALF);
      DoubleVector leading = ONE.sub(half);
      DoubleVector gap = ONE.sub(leading).sub(half);
      gap = gap.add(square.fma(rest, r.neg().mul(lost)));
      LongVector cosines = leading.add(gap).reinterpretAsLongs();
      LongVector next = shifted.reinterpretAsLongs().add(ONES);
      LongVector cosineChoice =
          ZEROS.sub(next.and(ONES)).and(sines.lanewise(VectorOperators.XOR, cosines));
      LongVector cosineSign = next.and(TWOS).lanewise(VectorOperators.LSHL, 62);
      DoubleVector cosine =
          sines
              .lanewise(VectorOperators.XOR, cosineChoice)
              .lanewise(VectorOperators.XOR, cosineSign)
              .reinterpretAsDoubles();
      cosine.intoArray(y, i);
    }
    return i;
  }

  static int sinsAndCosines(double[] x, double[] sine, double[] cosine, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      if (!input.abs().compare(VectorOperators.LE, LARGE).allTrue()) {
        return i;
      }
      DoubleVector shifted = input.fma(TWO_OVER_PI, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector exact = k.fma(MINUS_HALF_PI_HIGH, input);
      DoubleVector middle = k.mul(HALF_PI_MIDDLE);
      DoubleVector difference = exact.sub(middle);
      DoubleVector back = difference.sub(exact);
      DoubleVector error = exact.sub(difference.sub(back)).sub(middle.add(back));
      DoubleVector low = k.fma(MINUS_HALF_PI_LOW, error.add(NOTHING));
      DoubleVector r = difference.add(low);
      DoubleVector lost = low.sub(r.sub(difference));
      DoubleVector z = r.mul(r);
      DoubleVector square = z.mul(z);
      DoubleVector even = square.fma(square.fma(SINE_9, SINE_5), SINE_1);
      DoubleVector odd = square.fma(square.fma(SINE_11, SINE_7), SINE_3);
      DoubleVector rest = z.fma(odd, even);
      DoubleVector correction = z.mul(MINUS_HALF).fma(lost, lost);
      LongVector sines = r.add(r.mul(z).fma(rest, correction)).reinterpretAsLongs();
      even = square.fma(square.fma(COSINE_8, COSINE_4), COSINE_0);
      odd = square.fma(square.fma(COSINE_10, COSINE_6), COSINE_2);
      rest = z.fma(odd, even);
      DoubleVector half = z.mul(HALF);
      DoubleVector leading = ONE.sub(half);
      DoubleVector gap = ONE.sub(leading).sub(half);
      gap = gap.add(square.fma(rest, r.neg().mul(lost)));
      LongVector cosines = leading.add(gap).reinterpretAsLongs();
      LongVector quadrant = shifted.reinterpretAsLongs();
      LongVector firstChoice =
          ZEROS.sub(quadrant.and(ONES)).and(sines.lanewise(VectorOperators.XOR, cosines));
      LongVector firstSign = quadrant.and(TWOS).lanewise(VectorOperators.LSHL, 62);
      DoubleVector first =
          sines
              .lanewise(VectorOperators.XOR, firstChoice)
              .lanewise(VectorOperators.XOR, firstSign)
              .reinterpretAsDoubles();
      LongVector next = quadrant.add(ONES);
      LongVector secondChoice =
          ZEROS.sub(next.and(ONES)).and(sines.lanewise(VectorOperators.XOR, cosines));
      LongVector secondSign = next.and(TWOS).lanewise(VectorOperators.LSHL, 62);
      DoubleVector second =
          sines
              .lanewise(VectorOperators.XOR, secondChoice)
              .lanewise(VectorOperators.XOR, secondSign)
              .reinterpretAsDoubles();
      first.blend(input, input.abs().compare(VectorOperators.LT, TINY)).intoArray(sine, i);
      second.intoArray(cosine, i);
    }
    return i;
  }
}
