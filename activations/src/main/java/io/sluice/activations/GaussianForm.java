package io.sluice.activations;

import io.sluice.math.Gaussian;

/** Arithmetic on x and the Gaussian e^(-x²). */
interface GaussianForm extends OneFunction {

  @Override
  default double inner(double x) {
    return Gaussian.gaussian(x);
  }

  @Override
  default void inners(double[] x, double[] y, int from, int to) {
    Gaussian.gaussians(x, y, from, to);
  }
}
