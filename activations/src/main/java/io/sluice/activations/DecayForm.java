package io.sluice.activations;

import io.sluice.math.Exponential;

/** Arithmetic on x and e^-|x|, which cannot overflow. */
interface DecayForm extends OneFunction {

  @Override
  default double inner(double x) {
    return Exponential.decay(x);
  }

  @Override
  default void inners(double[] x, double[] y, int from, int to) {
    Exponential.decays(x, y, from, to);
  }
}
