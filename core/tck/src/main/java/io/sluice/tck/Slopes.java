package io.sluice.tck;

import io.sluice.spi.Activation;
import java.util.function.DoubleUnaryOperator;

/** Slopes against differences of values. */
final class Slopes {

  private static final double STEP = 0x1p-11;

  private Slopes() {}

  static void derivative(Activation activation, Findings findings) {
    if (!activation.surrogateSlope().isEmpty()) {
      findings.remark(
          "the slope is the surrogate \"%s\", so it was not compared with the values",
          activation.surrogateSlope());
      return;
    }
    double[] kinks = Kinks.of(activation);
    for (double x : Inputs.ordinary()) {
      if (Kinks.distance(kinks, x) > 2 * STEP && !agree(activation, x)) {
        findings.fault(
            "slope(%s) is %s, but the values around it rise by %.9g%s",
            x, activation.slope(x), rise(activation, x, STEP), SlopeFault.hint(activation, x));
        return;
      }
    }
  }

  /** Whether slope and values agree at an input that is no kink. */
  static boolean agree(Activation activation, double x) {
    double scale = Math.max(1, Math.abs(activation.value(x)));
    return agree(activation.slope(x), scale, STEP, step -> rise(activation, x, step));
  }

  /**
   * Whether a slope is that of values, by differences over a step or, where the function is too
   * steep for it, over much smaller ones.
   *
   * @param scale the size of the values, at least 1
   */
  static boolean agree(double slope, double scale, double step, DoubleUnaryOperator rise) {
    for (double width = step; width > step * 0x1p-15; width *= 0x1p-7) {
      double narrow = rise.applyAsDouble(width);
      double wide = rise.applyAsDouble(2 * width);
      // The two differ by about as much as the narrow one is wrong.
      double tolerance = 1e-6 * Math.max(scale, Math.abs(slope)) + 2 * Math.abs(narrow - wide);
      double limit = limit(rise.applyAsDouble(4 * width), wide, narrow);
      if (Math.abs(slope - narrow) <= tolerance
          || Math.abs(slope - limit) <= 1e-6 * Math.max(scale, Math.abs(slope))) {
        return true;
      }
    }
    return false;
  }

  /** Where three numbers lead whose differences shrink by a factor, as beside x^1.1 at 0. */
  private static double limit(double first, double second, double third) {
    double step = third - second;
    return third - step * step / (third - 2 * second + first);
  }

  /** The slope of the values around an input. */
  static double rise(Activation activation, double x) {
    return rise(activation, x, STEP);
  }

  private static double rise(Activation activation, double x, double step) {
    return (activation.value(x + step) - activation.value(x - step)) / (2 * step);
  }

  /**
   * Where a slope is tiny, three near ones lie almost on a line, unless they are differences of
   * larger numbers: {@code 1 - y * y} is a multiple of 2^-53.
   */
  static void saturated(Activation activation, Findings findings) {
    double[] kinks = Kinks.of(activation);
    int rough = 0;
    for (int i = -40 * 16; i <= 40 * 16; i++) {
      double x = i / 16.0;
      double slope = Math.abs(activation.slope(x));
      if (slope < 1e-15 || slope > 1e-11 || Kinks.distance(kinks, x) < 0.125) {
        rough = 0;
        continue;
      }
      double loss = roughness(activation, x);
      rough = loss > 1e-6 ? rough + 1 : 0;
      if (rough == 3) {
        findings.fault(
            "slope(%s) has lost its digits: it is %s and differs from its neighbours by %.1g of"
                + " that; is it computed from the output? Compute it from x: near saturation"
                + " 1 - y * y rounds to zero long before the slope does",
            x, activation.slope(x), loss);
        return;
      }
    }
  }

  /** How far a slope lies off the line through its neighbours, as a share of it. */
  private static double roughness(Activation activation, double x) {
    double step = 0x1p-20 * Math.max(1, Math.abs(x));
    double left = activation.slope(x - step);
    double right = activation.slope(x + step);
    double middle = activation.slope(x);
    return Math.abs(left / 2 + right / 2 - middle) / Math.abs(middle);
  }
}
