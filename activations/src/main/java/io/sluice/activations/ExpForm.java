package io.sluice.activations;

import io.sluice.math.Exponential;

/** Arithmetic on x and e^x. */
interface ExpForm extends OneFunction {

  @Override
  default double inner(double x) {
    return Exponential.exp(x);
  }

  @Override
  default void inners(double[] x, double[] y, int from, int to) {
    Exponential.exps(x, y, from, to);
  }
}
