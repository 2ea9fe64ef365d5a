package io.sluice.math.vector;

import static io.sluice.math.vector.Lanes.SPECIES;
import static io.sluice.math.vector.Lanes.WIDTH;
import static io.sluice.math.vector.Lanes.all;
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

/**
 * The kernels of {@link io.sluice.math.Normal}. The cumulative probability is made in two passes,
 * since one kernel cannot hold all its polynomials.
 */
final class VectorNormal {

  /** Up to this magnitude the bell is normal. */
  private static final double NORMAL = 37;

  private static final DoubleVector FARTHEST = all(40);
  private static final DoubleVector SQRT_TWO = all(1.4142135623730951);
  private static final DoubleVector SQRT_TWO_LOW = all(-9.667293313452913e-17);
  private static final DoubleVector MINUS_INVERSE_SQRT_TWO_PI = all(-0.3989422804014327);
  private static final DoubleVector FIVE = all(5);
  private static final DoubleVector RATIO_0 = all(0.07691930497500629);
  private static final DoubleVector RATIO_0_LOW = all(4.2190193854613834e-18);
  private static final DoubleVector RATIO_1 = all(-0.06653825028900569);
  private static final DoubleVector RATIO_1_LOW = all(-4.270251317754111e-18);
  private static final DoubleVector RATIO_2 = all(0.049530561596997584);
  private static final DoubleVector RATIO_3 = all(-0.03135331566712786);
  private static final DoubleVector RATIO_4 = all(0.016502036617041357);
  private static final DoubleVector RATIO_5 = all(-0.006911863870722413);
  private static final DoubleVector RATIO_6 = all(0.002079506679929846);
  private static final DoubleVector RATIO_7 = all(-0.00029933767556688314);
  private static final DoubleVector RATIO_8 = all(-7.978693923412945e-05);
  private static final DoubleVector RATIO_9 = all(5.4489893150241645e-05);
  private static final DoubleVector RATIO_10 = all(-5.9375765031072756e-06);
  private static final DoubleVector RATIO_11 = all(-4.976209043502421e-06);
  private static final DoubleVector RATIO_12 = all(1.668134773618743e-06);
  private static final DoubleVector RATIO_13 = all(3.978424007757946e-07);
  private static final DoubleVector RATIO_14 = all(-2.7695497318824274e-07);
  private static final DoubleVector RATIO_15 = all(-3.3123046959838135e-08);
  private static final DoubleVector RATIO_16 = all(4.334363953861513e-08);
  private static final DoubleVector RATIO_17 = all(3.506803768158217e-09);
  private static final DoubleVector RATIO_18 = all(-6.5960687764343915e-09);
  private static final DoubleVector RATIO_19 = all(-3.893514576722802e-10);
  private static final DoubleVector RATIO_20 = all(7.41681461632169e-10);
  private static final DoubleVector TEN = all(10);
  private static final DoubleVector MINUS_TENTH = all(-0.1);
  private static final DoubleVector INNER_0 = all(0.3989422804014327);
  private static final DoubleVector INNER_4 = all(0.009973557010035008);
  private static final DoubleVector INNER_8 = all(0.00011543468751519776);
  private static final DoubleVector INNER_12 = all(6.659679748106141e-07);
  private static final DoubleVector INNER_16 = all(2.270396123369549e-09);
  private static final DoubleVector INNER_20 = all(4.0724884158731545e-12);
  private static final DoubleVector INNER_2 = all(-0.06649038006690543);
  private static final DoubleVector INNER_6 = all(-0.0011873282154678394);
  private static final DoubleVector INNER_10 = all(-9.444655787667664e-06);
  private static final DoubleVector INNER_14 = all(-4.1224087887590305e-08);
  private static final DoubleVector INNER_18 = all(-1.106345365179459e-10);

  private VectorNormal() {}

  /** Returns where it stopped. */
  static int bells(double[] x, double[] y, int from, int to) {
    return bells(x, y, from, to, 0.5, NORMAL, false);
  }

  /**
   * e^(-factor x²) up to a magnitude where it is normal, or {@code y} times that; returns where it
   * stopped.
   */
  static int bells(
      double[] x, double[] y, int from, int to, double factor, double normal, boolean times) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector a = DoubleVector.fromArray(SPECIES, x, i).abs();
      if (!a.compare(VectorOperators.LE, normal).allTrue()) {
        return i;
      }
      DoubleVector scaled = a.mul(factor);
      DoubleVector c = scaled.mul(a).neg();
      DoubleVector missing = scaled.fma(a, c).neg();
      DoubleVector shifted = c.fma(LOG2_E, ROUNDER);
      DoubleVector k = shifted.sub(ROUNDER);
      DoubleVector high = k.fma(MINUS_LN2_HIGH, c);
      DoubleVector low = k.fma(MINUS_LN2_LOW, missing);
      DoubleVector r = high.add(low);
      DoubleVector lost = low.sub(r.sub(high));
      DoubleVector sum = ONE.add(r);
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
      DoubleVector rest = r.sub(sum.sub(ONE)).add(square.fma(tail, lost));
      DoubleVector power = sum.add(rest);
      LongVector scale = shifted.reinterpretAsLongs().add(BIAS).lanewise(VectorOperators.LSHL, 52);
      DoubleVector bell = power.mul(scale.reinterpretAsDoubles());
      if (times) {
        bell = bell.mul(DoubleVector.fromArray(SPECIES, y, i));
      }
      bell.intoArray(y, i);
    }
    return i;
  }

  /** From the bells to the probabilities, whole chunks only; returns where it stopped. */
  static int cumulatives(double[] x, double[] bell, double[] y, int from, int to) {
    int end = tails(x, bell, y, from, to);
    inners(x, y, from, end);
    return end;
  }

  private static int tails(double[] x, double[] bell, double[] y, int from, int to) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector magnitude = input.abs();
      DoubleVector a = magnitude.blend(FARTHEST, magnitude.compare(VectorOperators.GT, FARTHEST));
      DoubleVector sum = a.add(FIVE);
      DoubleVector back = sum.sub(a);
      DoubleVector sumLost = a.sub(sum.sub(back)).add(FIVE.sub(back));
      DoubleVector factor = TEN.div(sum);
      DoubleVector minus = factor.neg();
      DoubleVector lost = minus.fma(sumLost, minus.fma(sum, TEN));
      DoubleVector t = ONE.sub(factor);
      DoubleVector square = t.mul(t);
      DoubleVector linear = t.fma(RATIO_1, RATIO_0);
      DoubleVector linearLost =
          t.fma(RATIO_1, RATIO_0.sub(linear)).add(t.fma(RATIO_1_LOW, RATIO_0_LOW));
      DoubleVector quadratic = square.fma(RATIO_2, linear);
      DoubleVector squareLost = t.fma(t, square.neg());
      DoubleVector quadraticLost = square.fma(RATIO_2, linear.sub(quadratic));
      quadraticLost = quadraticLost.add(squareLost.fma(RATIO_2, linearLost));
      DoubleVector even = square.fma(RATIO_20, RATIO_18);
      even = square.fma(even, RATIO_16);
      even = square.fma(even, RATIO_14);
      even = square.fma(even, RATIO_12);
      even = square.fma(even, RATIO_10);
      even = square.fma(even, RATIO_8);
      even = square.fma(even, RATIO_6);
      even = square.fma(even, RATIO_4);
      DoubleVector odd = square.fma(RATIO_19, RATIO_17);
      odd = square.fma(odd, RATIO_15);
      odd = square.fma(odd, RATIO_13);
      odd = square.fma(odd, RATIO_11);
      odd = square.fma(odd, RATIO_9);
      odd = square.fma(odd, RATIO_7);
      odd = square.fma(odd, RATIO_5);
      DoubleVector cubic = t.fma(t.fma(odd, even), RATIO_3);
      DoubleVector rest = square.mul(t).fma(cubic, quadraticLost);
      DoubleVector slope = a.fma(quadratic.add(rest).mul(factor), MINUS_INVERSE_SQRT_TWO_PI);
      DoubleVector missing = slope.mul(MINUS_TENTH.mul(sum).mul(lost));
      DoubleVector ratio = quadratic.fma(factor, rest.fma(factor, missing));
      DoubleVector tail = DoubleVector.fromArray(SPECIES, bell, i).mul(ratio);
      tail.blend(ONE.sub(tail), input.compare(VectorOperators.GT, 0)).intoArray(y, i);
    }
    return i;
  }

  private static void inners(double[] x, double[] y, int from, int to) {
    for (int i = from; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i);
      DoubleVector z = input.mul(input);
      DoubleVector square = z.mul(z);
      DoubleVector even = square.fma(INNER_20, INNER_16);
      even = square.fma(even, INNER_12);
      even = square.fma(even, INNER_8);
      even = square.fma(even, INNER_4);
      even = square.fma(even, INNER_0);
      DoubleVector odd = square.fma(INNER_18, INNER_14);
      odd = square.fma(odd, INNER_10);
      odd = square.fma(odd, INNER_6);
      odd = square.fma(odd, INNER_2);
      DoubleVector inner = input.fma(z.fma(odd, even), HALF);
      DoubleVector outer = DoubleVector.fromArray(SPECIES, y, i);
      outer.blend(inner, input.abs().compare(VectorOperators.LT, 0.75)).intoArray(y, i);
    }
  }

  /**
   * 2 R(sqrt 2 |x|), which makes complements of the error function of e^(-x²), up to a magnitude;
   * returns where it stopped. Two passes, since one kernel cannot hold it all.
   */
  static int doubledRatios(double[] x, double[] y, int from, int to, double largest) {
    int end = ratios(x, y, from, to, largest);
    for (int i = from; i <= end - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i).abs();
      DoubleVector a = SQRT_TWO.mul(input);
      DoubleVector error = SQRT_TWO.fma(input, a.neg()).add(SQRT_TWO_LOW.mul(input));
      DoubleVector ratio = DoubleVector.fromArray(SPECIES, y, i);
      ratio = a.fma(ratio, MINUS_INVERSE_SQRT_TWO_PI).fma(error, ratio);
      ratio.add(ratio).intoArray(y, i);
    }
    return end;
  }

  private static int ratios(double[] x, double[] y, int from, int to, double largest) {
    int i = from;
    for (; i <= to - WIDTH; i += WIDTH) {
      DoubleVector input = DoubleVector.fromArray(SPECIES, x, i).abs();
      if (!input.compare(VectorOperators.LE, largest).allTrue()) {
        return i;
      }
      DoubleVector a = SQRT_TWO.mul(input);
      DoubleVector sum = a.add(FIVE);
      DoubleVector back = sum.sub(a);
      DoubleVector sumLost = a.sub(sum.sub(back)).add(FIVE.sub(back));
      DoubleVector factor = TEN.div(sum);
      DoubleVector minus = factor.neg();
      DoubleVector lost = minus.fma(sumLost, minus.fma(sum, TEN));
      DoubleVector t = ONE.sub(factor);
      DoubleVector square = t.mul(t);
      DoubleVector linear = t.fma(RATIO_1, RATIO_0);
      DoubleVector linearLost =
          t.fma(RATIO_1, RATIO_0.sub(linear)).add(t.fma(RATIO_1_LOW, RATIO_0_LOW));
      DoubleVector quadratic = square.fma(RATIO_2, linear);
      DoubleVector squareLost = t.fma(t, square.neg());
      DoubleVector quadraticLost = square.fma(RATIO_2, linear.sub(quadratic));
      quadraticLost = quadraticLost.add(squareLost.fma(RATIO_2, linearLost));
      DoubleVector even = square.fma(RATIO_20, RATIO_18);
      even = square.fma(even, RATIO_16);
      even = square.fma(even, RATIO_14);
      even = square.fma(even, RATIO_12);
      even = square.fma(even, RATIO_10);
      even = square.fma(even, RATIO_8);
      even = square.fma(even, RATIO_6);
      even = square.fma(even, RATIO_4);
      DoubleVector odd = square.fma(RATIO_19, RATIO_17);
      odd = square.fma(odd, RATIO_15);
      odd = square.fma(odd, RATIO_13);
      odd = square.fma(odd, RATIO_11);
      odd = square.fma(odd, RATIO_9);
      odd = square.fma(odd, RATIO_7);
      odd = square.fma(odd, RATIO_5);
      DoubleVector cubic = t.fma(t.fma(odd, even), RATIO_3);
      DoubleVector rest = square.mul(t).fma(cubic, quadraticLost);
      DoubleVector slope = a.fma(quadratic.add(rest).mul(factor), MINUS_INVERSE_SQRT_TWO_PI);
      DoubleVector missing = slope.mul(MINUS_TENTH.mul(sum).mul(lost));
      DoubleVector ratio = quadratic.fma(factor, rest.fma(factor, missing));
      ratio.intoArray(y, i);
    }
    return i;
  }
}
