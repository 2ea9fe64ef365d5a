package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;

/**
 * An activation whose value and slope share one costly number, the part. The block forms compute it
 * in one pass.
 *
 * <p>A class and not an interface, because the loops call what they do not know, and calls by way
 * of an interface cost twice as much.
 */
abstract class OnePass implements ActivationExtension {

  /** From here on e^-|x| is zero; it stands for infinity where infinity times zero would be NaN. */
  static final double FAR = 1000;

  /** x between {@code -FAR} and {@code FAR}. */
  static double withinFar(double x) {
    return Math.max(-FAR, Math.min(FAR, x));
  }

  /** The function that the part is a value of. */
  abstract Pass pass();

  /** What the function is taken of. */
  double argument(double x) {
    return x;
  }

  /** f(x) from the part at x. */
  abstract double value(double x, double part);

  /** f'(x) from the part at x. */
  abstract double slope(double x, double part);

  @Override
  public double value(double x) {
    return value(x, pass().of(argument(x)));
  }

  @Override
  public double slope(double x) {
    return slope(x, pass().of(argument(x)));
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    parts(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], y[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    parts(x, slope, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double part = slope[i];
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
