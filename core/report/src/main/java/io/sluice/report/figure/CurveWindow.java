package io.sluice.report.figure;

import io.sluice.spi.Activation;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * The part of the plane in which a curve is drawn. It goes from -5 to 5; farther, if kinks lie
 * outside, and less far, if the curve turns so often that it would be a grey band. Its height fits
 * the values, those beyond ±3 excepted unless kinks are among them or little is left then, and lets
 * the slope have half as much again.
 *
 * @param left the smallest x
 * @param right the largest x
 * @param low the smallest value
 * @param high the largest value
 */
record CurveWindow(double left, double right, double low, double high) {

  private static final double USUAL = 5;
  private static final double FARTHEST_KINK = 16;
  private static final int MOST_TURNS = 10;
  private static final double CUT = 3;
  private static final double HIGHEST_KINK = 50;
  private static final double LEAST_SHOWN = 0.35;
  private static final double ROOM_FOR_SLOPE = 0.25;
  private static final double MARGIN = 0.06;
  private static final int SAMPLES = 1000;

  CurveWindow {
    if (!(left < right && low < high)) {
      throw new IllegalArgumentException(
          "no window from " + left + " to " + right + " and from " + low + " to " + high);
    }
  }

  /** A window that shows what there is to see of the function and its slope. */
  static CurveWindow of(Activation activation) {
    double half = half(activation);
    double[] values = samples(activation::value, half);
    double[] slopes = samples(activation::slope, half);
    double cut = cut(values, activation);
    double low = 0;
    double high = 0;
    for (double value : values) {
      low = Math.min(low, Math.max(value, -cut));
      high = Math.max(high, Math.min(value, cut));
    }
    if (low == high) {
      high = 1;
    }
    double room = ROOM_FOR_SLOPE * (high - low);
    double lowest = low;
    double highest = high;
    for (double slope : slopes) {
      lowest = Math.min(lowest, Math.max(slope, low - room));
      highest = Math.max(highest, Math.min(slope, high + room));
    }
    double margin = MARGIN * (highest - lowest);
    return new CurveWindow(-half, half, lowest - margin, highest + margin);
  }

  private static double half(Activation activation) {
    double farthest =
        Arrays.stream(activation.kinks())
            .map(Math::abs)
            .filter(kink -> kink <= FARTHEST_KINK)
            .max()
            .orElse(0);
    double half = Math.max(USUAL, Math.ceil(farthest * 5 / 4));
    double[] shorter = {2, 1, 0.5, 0.2, 0.1, 0.05};
    for (int i = 0; i < shorter.length && turns(activation, half) > MOST_TURNS; i++) {
      half = shorter[i];
    }
    return half;
  }

  private static int turns(Activation activation, double half) {
    return CurveTraits.turns(samples(activation::slope, half));
  }

  /** Where values are cut off: at three, or farther out if kinks or most of the curve were lost. */
  private static double cut(double[] values, Activation activation) {
    double cut =
        Arrays.stream(activation.kinks())
            .map(activation::value)
            .map(Math::abs)
            .filter(value -> value <= HIGHEST_KINK)
            .reduce(CUT, Math::max);
    while (cut < 1e9 && shown(values, cut) < LEAST_SHOWN) {
      cut *= 2;
    }
    return cut;
  }

  private static double shown(double[] values, double cut) {
    long inside = Arrays.stream(values).filter(value -> Math.abs(value) <= cut).count();
    return values.length == 0 ? 1 : (double) inside / values.length;
  }

  /** What is finite of the function, from -half to half. */
  private static double[] samples(DoubleUnaryOperator function, double half) {
    double[] samples = new double[SAMPLES];
    int finite = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double y = function.applyAsDouble(-half + 2 * half * (i + 0.5) / SAMPLES);
      if (Double.isFinite(y)) {
        samples[finite++] = y;
      }
    }
    return Arrays.copyOf(samples, finite);
  }
}
