package io.sluice.activations;

import io.sluice.math.Hyperbolic;

/** Arithmetic on x and tanh x. */
interface TanhForm extends OneFunction {

  @Override
  default double inner(double x) {
    return Hyperbolic.tanh(x);
  }

  @Override
  default void inners(double[] x, double[] y, int from, int to) {
    Hyperbolic.tanhs(x, y, from, to);
  }
}
