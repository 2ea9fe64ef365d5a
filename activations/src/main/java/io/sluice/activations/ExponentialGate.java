package io.sluice.activations;

/**
 * x times a gate that is a function of u = e^x and 1, or close to it, from u = e^40 on, so that an
 * infinite u is not needed.
 */
abstract class ExponentialGate extends OnePass {

  /** Beyond it the gate is open to the last place. */
  static final double HIGHEST = 40;

  @Override
  final Pass pass() {
    return Pass.EXP;
  }

  @Override
  final double argument(double x) {
    return Math.min(HIGHEST, x);
  }
}
