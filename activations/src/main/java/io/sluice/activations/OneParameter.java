package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;
import io.sluice.spi.TrainableActivation;

/** An activation with one parameter that can be trained, passed as a number. */
interface OneParameter extends ActivationExtension, TrainableActivation {

  /** f(x) with this parameter. */
  double value(double x, double a);

  /** The slope by x with this parameter. */
  double slope(double x, double a);

  /** The slope by the parameter. */
  double slopeBy(double x, double a);

  @Override
  default double value(double x, double[] p) {
    return value(x, p[0]);
  }

  @Override
  default double slope(double x, double[] p) {
    return slope(x, p[0]);
  }

  @Override
  default double slopeBy(int parameter, double x, double[] p) {
    return slopeBy(x, p[0]);
  }

  @Override
  default void values(double[] x, double[][] p, double[] y, int from, int to) {
    double[] a = p[0];
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], a[i]);
    }
  }

  @Override
  default void valuesAndSlopes(
      double[] x, double[][] p, double[] y, double[] slope, double[][] by, int from, int to) {
    double[] a = p[0];
    double[] byParameter = by[0];
    for (int i = from; i < to; i++) {
      double input = x[i];
      slope[i] = slope(input, a[i]);
      byParameter[i] = slopeBy(input, a[i]);
      y[i] = value(input, a[i]);
    }
  }
}
