package io.sluice.activations;

import io.sluice.sdk.ActivationExtension;

/**
 * An activation that is plain arithmetic on x and one elementary function of x, the inner one. So a
 * block takes two short passes: the inner function through the lane mathematics, then the
 * arithmetic.
 */
interface OneFunction extends ActivationExtension {

  /** The inner function. */
  double inner(double x);

  /** Sets {@code y[i] = inner(x[i])}; {@code y} may be {@code x}. */
  void inners(double[] x, double[] y, int from, int to);

  /** f(x), where the inner function is known already. */
  double value(double x, double inner);

  /** f'(x), where the inner function is known already. */
  double slope(double x, double inner);

  @Override
  default double value(double x) {
    return value(x, inner(x));
  }

  @Override
  default double slope(double x) {
    return slope(x, inner(x));
  }

  @Override
  default void values(double[] x, double[] y, int from, int to) {
    inners(x, y, from, to);
    for (int i = from; i < to; i++) {
      y[i] = value(x[i], y[i]);
    }
  }

  @Override
  default void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    inners(x, slope, from, to);
    for (int i = from; i < to; i++) {
      double input = x[i];
      double known = slope[i];
      y[i] = value(input, known);
      slope[i] = slope(input, known);
    }
  }
}
