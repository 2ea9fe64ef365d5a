package io.sluice.engine.network;

import io.sluice.spi.Activation;

/** A recurrent layer whose cells have gates. */
abstract class Gated extends Recurrence {

  /** The activation of the gates. */
  final Activation gate;

  /** What goes into the gates, and comes out of them. */
  final StepSums gates;

  Gated(
      LayerProgram layer,
      Activation activation,
      int steps,
      StepSums candidate,
      Activation gate,
      StepSums gates) {
    super(layer, activation, steps, candidate);
    this.gate = gate;
    this.gates = gates;
  }
}
