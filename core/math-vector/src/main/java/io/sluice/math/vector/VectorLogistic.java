package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.VectorExponential.BIAS;
import static io.sluice.math.vector.VectorExponential.EVEN_10;
import static io.sluice.math.vector.VectorExponential.EVEN_2;
import static io.sluice.math.vector.VectorExponential.EVEN_4;
import static io.sluice.math.vector.VectorExponential.EVEN_6;
import static io.sluice.math.vector.VectorExponential.EVEN_8;
import static io.sluice.math.vector.VectorExponential.HALF;
import static io.sluice.math.vector.VectorExponential.MINUS_LN2_HIGH;
import static io.sluice.math.vector.VectorExponential.MINUS_LN2_LOW;
import static io.sluice.math.vector.VectorExponential.MINUS_LOG2_E;
import static io.sluice.math.vector.VectorExponential.NORMAL;
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

/** The kernel of {@link io.sluice.math.Logistic}; it returns where it stopped. */
final class VectorLogistic {

  private VectorLogistic() {}

  static int sigmoids(double[] x, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector absolute = input.abs();
      if (!absolute.compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector shifted = absolute.fma(MINUS_LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector r = k.fma(MINUS_LN2_LOW, k.fma(MINUS_LN2_HIGH, absolute.neg()));
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
      DoubleVector decay = power.mul(scale.reinterpretAsDoubles());
      DoubleVector over = ONE.blend(decay, input.compare(VectorOperators.LT, 0));
      over.div(decay.add(ONE)).intoArray(y, i);
    }
    return i;
  }
}
