package io.sluice.activations;

import io.sluice.spi.Interval;
import java.util.function.DoubleUnaryOperator;

/** Functions that fall to one least value and then rise for ever, or the same upside down. */
final class Valley {

  private Valley() {}

  /**
   * The least value between low and high, where the slope turns from negative to positive, found by
   * halving.
   */
  static double least(
      DoubleUnaryOperator value, DoubleUnaryOperator slope, double low, double high) {
    double left = low;
    double right = high;
    for (int i = 0; i < 80; i++) {
      double middle = left + (right - left) / 2;
      if (slope.applyAsDouble(middle) < 0) {
        left = middle;
      } else {
        right = middle;
      }
    }
    return Math.min(value.applyAsDouble(left), value.applyAsDouble(right));
  }

  /** The range of a function with this extreme value: a least one if it opens upwards. */
  static Interval range(double extreme, boolean upwards) {
    return upwards
        ? Interval.atLeast(extreme)
        : new Interval(Double.NEGATIVE_INFINITY, extreme, false, true);
  }
}
