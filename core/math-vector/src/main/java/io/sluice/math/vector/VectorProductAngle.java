package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.VectorExponential.HALF;
import static io.sluice.math.vector.VectorExponential.ONE;
import static io.sluice.math.vector.VectorExponential.ROUNDER;
import static io.sluice.math.vector.VectorTrigonometric.COSINE_0;
import static io.sluice.math.vector.VectorTrigonometric.COSINE_10;
import static io.sluice.math.vector.VectorTrigonometric.COSINE_2;
import static io.sluice.math.vector.VectorTrigonometric.COSINE_4;
import static io.sluice.math.vector.VectorTrigonometric.COSINE_6;
import static io.sluice.math.vector.VectorTrigonometric.COSINE_8;
import static io.sluice.math.vector.VectorTrigonometric.HALF_PI_MIDDLE;
import static io.sluice.math.vector.VectorTrigonometric.LARGE;
import static io.sluice.math.vector.VectorTrigonometric.MINUS_HALF;
import static io.sluice.math.vector.VectorTrigonometric.MINUS_HALF_PI_HIGH;
import static io.sluice.math.vector.VectorTrigonometric.MINUS_HALF_PI_LOW;
import static io.sluice.math.vector.VectorTrigonometric.ONES;
import static io.sluice.math.vector.VectorTrigonometric.SINE_1;
import static io.sluice.math.vector.VectorTrigonometric.SINE_11;
import static io.sluice.math.vector.VectorTrigonometric.SINE_3;
import static io.sluice.math.vector.VectorTrigonometric.SINE_5;
import static io.sluice.math.vector.VectorTrigonometric.SINE_7;
import static io.sluice.math.vector.VectorTrigonometric.SINE_9;
import static io.sluice.math.vector.VectorTrigonometric.TINY;
import static io.sluice.math.vector.VectorTrigonometric.TWOS;
import static io.sluice.math.vector.VectorTrigonometric.TWO_OVER_PI;
import static io.sluice.math.vector.VectorTrigonometric.ZEROS;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernels of {@link io.sluice.math.ProductAngle}, which are those of {@link
 * VectorTrigonometric} with a tail; each returns where it stopped.
 */
final class VectorProductAngle {

  private VectorProductAngle() {}

  static int sins(double[] rates, double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector rate = DoubleVector.fromArray(SPECIES, rates, i);
      DoubleVector number = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector input = rate.mul(number);
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
      DoubleVector low = k.fma(MINUS_HALF_PI_LOW, error.add(rate.fma(number, input.neg())));
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

  static int sinsAndCosines(
      double[] rates, double[] x, double[] sine, double[] cosine, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector rate = DoubleVector.fromArray(SPECIES, rates, i);
      DoubleVector number = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector input = rate.mul(number);
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
      DoubleVector low = k.fma(MINUS_HALF_PI_LOW, error.add(rate.fma(number, input.neg())));
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
