package io.sluice.activations;

import io.sluice.spi.Activation;

/** Finds the least value of an activation where its hyper-parameters leave no closed form. */
final class Extremes {

  private Extremes() {}

  /**
   * The least value between two points: the least of an even grid, then the zero of the slope
   * beside it.
   *
   * @param steps how many steps the grid has; fine enough that no valley falls between two
   */
  static double least(Activation activation, double from, double to, int steps) {
    double width = (to - from) / steps;
    double best = from;
    double least = activation.value(from);
    for (int i = 1; i <= steps; i++) {
      double x = from + i * width;
      double value = activation.value(x);
      if (value < least) {
        best = x;
        least = value;
      }
    }
    double low = best - width;
    double high = best + width;
    for (int i = 0; i < 80; i++) {
      double middle = low + (high - low) / 2;
      if (activation.slope(middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.min(least, activation.value(low));
  }
}
