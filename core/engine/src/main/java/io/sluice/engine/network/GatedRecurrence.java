package io.sluice.engine.network;

import io.sluice.spi.Activation;

/** {@link RecurrentCell#GRU}. */
final class GatedRecurrence extends Gated {

  private static final int GATES = RecurrentCell.GRU.gates();

  /** The states that the reset gate lets pass, and their errors at one step. */
  private final double[] passed;

  private final double[] passedErrors;

  GatedRecurrence(
      LayerProgram layer,
      Activation activation,
      int steps,
      StepSums candidate,
      Activation gate,
      StepSums gates) {
    super(layer, activation, steps, candidate, gate, gates);
    this.passed = new double[candidate.values.length];
    this.passedErrors = new double[errors.length];
  }

  @Override
  void step(Tile tile, int step, boolean withSlopes) {
    gates.forward(tile, step, states, gate, withSlopes);
    int width = width(tile);
    int first = step * size(tile);
    int end = first + size(tile);
    double[] g = gates.values;
    for (int from = first; from < end; from += width) {
      int reset = GATES * from + width;
      for (int i = 0; i < width; i++) {
        passed[from + i] = g[reset + i] * states[from + i];
      }
    }
    candidate.forward(tile, step, passed, activation, withSlopes);
    for (int from = first; from < end; from += width) {
      int keep = GATES * from;
      for (int i = 0; i < width; i++) {
        double kept = g[keep + i];
        states[from + end - first + i] =
            kept * states[from + i] + (1 - kept) * candidate.values[from + i];
      }
    }
  }

  @Override
  void stepBack(Tile tile, int step) {
    int width = width(tile);
    int first = step * size(tile);
    int end = first + size(tile);
    double[] g = gates.values;
    double[] slope = gates.slopes;
    for (int from = first; from < end; from += width) {
      int keep = GATES * from;
      for (int i = 0; i < width; i++) {
        int at = from + i;
        double error = errors[at - first];
        double kept = g[keep + i];
        gates.errors[keep + i] = error * (states[at] - candidate.values[at]) * slope[keep + i];
        candidate.errors[at] = error * (1 - kept) * candidate.slopes[at];
        errors[at - first] = error * kept;
      }
    }
    candidate.backward(tile, step, passedErrors, false, false);
    for (int from = first; from < end; from += width) {
      int reset = GATES * from + width;
      for (int i = 0; i < width; i++) {
        int at = from + i;
        double error = passedErrors[at - first];
        gates.errors[reset + i] = error * states[at] * slope[reset + i];
        errors[at - first] += error * g[reset + i];
      }
    }
    gates.backward(tile, step, errors, true, true);
  }

  @Override
  void addGradients(Tile tile) {
    gates.addGradients(tile, states);
    candidate.addGradients(tile, passed);
  }
}
