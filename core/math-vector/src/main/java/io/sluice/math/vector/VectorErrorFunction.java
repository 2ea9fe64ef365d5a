package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
import static io.sluice.math.vector.VectorExponential.ONE;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/**
 * The kernels of {@link io.sluice.math.ErrorFunction}, four passes each; they return where they
 * stopped. The results must not be written over the inputs.
 */
final class VectorErrorFunction {

  /** Up to this magnitude e^(-x²) is normal. */
  private static final double NORMAL = 26;

  private static final DoubleVector TWO = all(2);
  private static final DoubleVector INNER_0 = all(1.1283791670955126);
  private static final DoubleVector INNER_4 = all(0.11283791670945006);
  private static final DoubleVector INNER_8 = all(0.0052239776071164225);
  private static final DoubleVector INNER_12 = all(0.00012055294904839707);
  private static final DoubleVector INNER_16 = all(1.6447424703317362e-06);
  private static final DoubleVector INNER_20 = all(1.3720064546777686e-08);
  private static final DoubleVector INNER_2 = all(-0.37612638903183543);
  private static final DoubleVector INNER_6 = all(-0.02686617064323777);
  private static final DoubleVector INNER_10 = all(-0.0008548325975389692);
  private static final DoubleVector INNER_14 = all(-1.492473690741966e-05);
  private static final DoubleVector INNER_18 = all(-1.6208483801871705e-07);
  private static final DoubleVector INNER_22 = all(-7.795898827002142e-10);

  private VectorErrorFunction() {}

  static int erfs(double[] x, double[] y, int from, int to) {
    int end = VectorNormal.doubledRatios(x, y, from, to, NORMAL);
    VectorNormal.bells(x, y, from, end, 1, NORMAL, true);
    fromComplements(x, y, from, end);
    return end;
  }

  static int erfcs(double[] x, double[] y, int from, int to) {
    int end = VectorNormal.doubledRatios(x, y, from, to, NORMAL);
    VectorNormal.bells(x, y, from, end, 1, NORMAL, true);
    reflectComplements(x, y, from, end);
    return end;
  }

  private static void fromComplements(double[] x, double[] y, int from, int to) {
    for (int i = from; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector z = input.mul(input);
      DoubleVector square = z.mul(z);
      DoubleVector even = square.fma(INNER_20, INNER_16);
      even = square.fma(even, INNER_12);
      even = square.fma(even, INNER_8);
      even = square.fma(even, INNER_4);
      even = square.fma(even, INNER_0);
      DoubleVector odd = square.fma(INNER_22, INNER_18);
      odd = square.fma(odd, INNER_14);
      odd = square.fma(odd, INNER_10);
      odd = square.fma(odd, INNER_6);
      odd = square.fma(odd, INNER_2);
      DoubleVector inner = input.mul(z.fma(odd, even));
      DoubleVector tail = DoubleVector.fromArray(SPECIES, y, i);
      DoubleVector outer = ONE.sub(tail).blend(tail.sub(ONE), input.compare(VectorOperators.LT, 0));
      outer.blend(inner, input.abs().compare(VectorOperators.LT, 1)).intoArray(y, i);
    }
  }

  private static void reflectComplements(double[] x, double[] y, int from, int to) {
    for (int i = from; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector z = input.mul(input);
      DoubleVector square = z.mul(z);
      DoubleVector even = square.fma(INNER_20, INNER_16);
      even = square.fma(even, INNER_12);
      even = square.fma(even, INNER_8);
      even = square.fma(even, INNER_4);
      even = square.fma(even, INNER_0);
      DoubleVector odd = square.fma(INNER_22, INNER_18);
      odd = square.fma(odd, INNER_14);
      odd = square.fma(odd, INNER_10);
      odd = square.fma(odd, INNER_6);
      odd = square.fma(odd, INNER_2);
      DoubleVector inner = input.mul(z.fma(odd, even));
      DoubleVector tail = DoubleVector.fromArray(SPECIES, y, i);
      DoubleVector outer = tail.blend(TWO.sub(tail), input.compare(VectorOperators.LT, 0));
      outer.blend(ONE.sub(inner), input.abs().compare(VectorOperators.LT, 0.5)).intoArray(y, i);
    }
  }
}
