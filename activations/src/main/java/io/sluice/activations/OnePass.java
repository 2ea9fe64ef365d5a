package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;

/**
 * An activation whose value and slope share one costly number, the part. The block forms compute it
 * in one pass.
 */
interface OnePass extends ActivationExtension {

  /** The function that the part is a value of. */
  Pass pass();

  /** What the function is taken of. */
  default double argument(double x) {
    return x;
  }

  /** f(x) from the part at x. */
  double value(double x, double part);

  /** f'(x) from the part at x. */
  double slope(double x, double part);

  @Override
  default double value(double x) {
    return value(x, pass().of(argument(x)));
  }

  @Override
  default double slope(double x) {
    return slope(x, pass().of(argument(x)));
  }

  @Override
  default void values(double[] x, double[] y, int from, int to) {
    if (y == x) {
      for (int i = from; i < to; i++) {
        y[i] = value(x[i]);
      }
      return;
    }
    parts(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], y[i]);
    }
  }

  @Override
  default void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    double[] parts = slope == x ? y : slope;
    parts(x, parts, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double part = parts[i];
      y[i] = value(input, part);
      slope[i] = slope(input, part);
    }
  }

  private void parts(double[] x, double[] parts, int from, int to) {
    for (int i = from; i < to; i++) {
      parts[i] = argument(x[i]);
    }
    pass().over(parts, from, to);
  }
}
