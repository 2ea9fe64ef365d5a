package io.sluice.activations;

import io.sluice.math.InverseTrigonometric;

/** Arithmetic on x and arctan x. */
interface ArctanForm extends OneFunction {

  @Override
  default double inner(double x) {
    return InverseTrigonometric.atan(x);
  }

  @Override
  default void inners(double[] x, double[] y, int from, int to) {
    InverseTrigonometric.atans(x, y, from, to);
  }
}
