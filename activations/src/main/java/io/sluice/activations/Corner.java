package io.sluice.activations;

import io.sluice.spi.Interval;

/**
 * Where two half-lines meet.
 *
 * @param x where
 * @param y the value there
 * @param left the slope of the half-line that comes from the left
 * @param right the slope of the one that goes to the right
 */
record Corner(double x, double y, double left, double right) {

  /** Every value of the two. */
  Interval range() {
    boolean falls = left > 0 || right < 0;
    boolean rises = left < 0 || right > 0;
    return new Interval(
        falls ? Double.NEGATIVE_INFINITY : y, rises ? Double.POSITIVE_INFINITY : y, true, true);
  }

  /** None if the two are one line. */
  double[] kinks() {
    return left == right ? new double[0] : new double[] {x};
  }
}
