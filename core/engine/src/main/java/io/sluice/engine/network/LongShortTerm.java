package io.sluice.engine.network;

import io.sluice.spi.Activation;
import java.util.Arrays;

/** {@link RecurrentCell#LSTM}. The cell c is laid out as the state is. */
final class LongShortTerm extends Gated {

  private static final int GATES = RecurrentCell.LSTM.gates();

  private final double[] cellsBefore;
  private final double[] cells;
  private final double[] squashed;
  private final double[] squashedSlopes;
  private final double[] cellErrors;

  LongShortTerm(
      LayerProgram layer,
      Activation activation,
      int steps,
      StepSums candidate,
      Activation gate,
      StepSums gates) {
    super(layer, activation, steps, candidate, gate, gates);
    this.cellsBefore = new double[states.length];
    this.cells = new double[candidate.values.length];
    this.squashed = new double[candidate.values.length];
    this.squashedSlopes = new double[candidate.values.length];
    this.cellErrors = new double[errors.length];
  }

  @Override
  void reset(int size) {
    Arrays.fill(cellsBefore, 0, size, 0);
    Arrays.fill(cellErrors, 0, size, 0);
  }

  @Override
  void step(Tile tile, int step, boolean withSlopes) {
    gates.forward(tile, step, states, gate, withSlopes);
    candidate.forward(tile, step, states, activation, withSlopes);
    int width = width(tile);
    int first = step * size(tile);
    int end = first + size(tile);
    double[] g = gates.values;
    for (int from = first; from < end; from += width) {
      int keep = GATES * from;
      int input = keep + width;
      for (int i = 0; i < width; i++) {
        cells[from + i] =
            g[keep + i] * cellsBefore[from + i] + g[input + i] * candidate.values[from + i];
      }
    }
    System.arraycopy(cells, first, cellsBefore, end, end - first);
    if (withSlopes) {
      activation.valuesAndSlopes(cells, squashed, squashedSlopes, first, end);
    } else {
      activation.values(cells, squashed, first, end);
    }
    for (int from = first; from < end; from += width) {
      int output = GATES * from + 2 * width;
      for (int i = 0; i < width; i++) {
        states[from + end - first + i] = g[output + i] * squashed[from + i];
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
      int input = keep + width;
      int output = input + width;
      for (int i = 0; i < width; i++) {
        int at = from + i;
        double error = errors[at - first];
        double cellError = cellErrors[at - first] + error * g[output + i] * squashedSlopes[at];
        gates.errors[output + i] = error * squashed[at] * slope[output + i];
        gates.errors[input + i] = cellError * candidate.values[at] * slope[input + i];
        gates.errors[keep + i] = cellError * cellsBefore[at] * slope[keep + i];
        candidate.errors[at] = cellError * g[input + i] * candidate.slopes[at];
        cellErrors[at - first] = cellError * g[keep + i];
      }
    }
    gates.backward(tile, step, errors, false, false);
    candidate.backward(tile, step, errors, true, true);
  }

  @Override
  void addGradients(Tile tile) {
    gates.addGradients(tile, states);
    candidate.addGradients(tile, states);
  }
}
