package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.Lanes.whole;
import static io.sluice.math.vector.VectorExponential.NORMAL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/** The kernels of {@link io.sluice.math.Logistic}; each returns where it stopped. */
final class VectorLogistic {

  private VectorLogistic() {}

  static int sigmoids(double[] x, double[] y, int from, int to) {
    int i = from;
    DoubleVector rounder = all(Coefficients.ROUNDER);
    DoubleVector minusLog2e = all(-Coefficients.LOG2_E);
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
    LongVector bias = whole(1023);
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector absolute = input.abs();
      if (!absolute.compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector shifted = absolute.fma(minusLog2e, rounder);
      DoubleVector k = shifted.sub(rounder);
      DoubleVector r = k.fma(minusLn2Low, k.fma(minusLn2High, absolute.neg()));
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
      DoubleVector decay = power.mul(scale.reinterpretAsDoubles());
      DoubleVector over = one.blend(decay, input.compare(VectorOperators.LT, 0));
      over.div(decay.add(one)).intoArray(y, i);
    }
    return i;
  }

  static int sigmoidsAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    int i = from;
    DoubleVector rounder = all(Coefficients.ROUNDER);
    DoubleVector minusLog2e = all(-Coefficients.LOG2_E);
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
    LongVector bias = whole(1023);
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector absolute = input.abs();
      if (!absolute.compare(VectorOperators.LE, NORMAL).allTrue()) {
        return i;
      }
      DoubleVector shifted = absolute.fma(minusLog2e, rounder);
      DoubleVector k = shifted.sub(rounder);
      DoubleVector r = k.fma(minusLn2Low, k.fma(minusLn2High, absolute.neg()));
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
      DoubleVector decay = power.mul(scale.reinterpretAsDoubles());
      DoubleVector over = one.blend(decay, input.compare(VectorOperators.LT, 0));
      DoubleVector under = decay.add(one);
      over.div(under).intoArray(y, i);
      decay.div(under.mul(under)).intoArray(slope, i);
    }
    return i;
  }
}
