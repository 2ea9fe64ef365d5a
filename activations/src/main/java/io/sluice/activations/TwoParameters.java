package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.TrainableActivation;

/** An activation with two parameters that can be trained, passed as numbers. */
interface TwoParameters extends ActivationExtension, TrainableActivation {

  /** f(x) with these parameters. */
  double value(double x, double a, double b);

  /** The slope by x with these parameters. */
  double slope(double x, double a, double b);

  /** The slope by the first parameter. */
  double slopeByFirst(double x, double a, double b);

  /** The slope by the second parameter. */
  double slopeBySecond(double x, double a, double b);

  @Override
  default double value(double x, double[] p) {
    return value(x, p[0], p[1]);
  }

  @Override
  default double slope(double x, double[] p) {
    return slope(x, p[0], p[1]);
  }

  @Override
  default double slopeBy(int parameter, double x, double[] p) {
    return parameter == 0 ? slopeByFirst(x, p[0], p[1]) : slopeBySecond(x, p[0], p[1]);
  }

  @Override
  default void values(double[] x, double[][] p, double[] y, int from, int to) {
    double[] a = p[0];
    double[] b = p[1];
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], a[i], b[i]);
    }
  }

  @Override
  default void valuesAndSlopes(
      double[] x, double[][] p, double[] y, double[] slope, double[][] by, int from, int to) {
    double[] a = p[0];
    double[] b = p[1];
    for (int i = from; i < to; i++) {
      double input = x[i];
      slope[i] = slope(input, a[i], b[i]);
      by[0][i] = slopeByFirst(input, a[i], b[i]);
      by[1][i] = slopeBySecond(input, a[i], b[i]);
      y[i] = value(input, a[i], b[i]);
    }
  }
}
