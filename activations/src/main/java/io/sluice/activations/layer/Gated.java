package io.sluice.activations.layer;

import io.sluice.spi.Activation;

/**
 * A gated linear unit: the units that come in are two halves, and each number that goes on is the
 * product of one number of each, after an activation was applied to that of one half, the gate. The
 * slope at a kink of the gate is that of its activation.
 */
abstract class Gated extends Blocks {

  private final Activation gate;
  private final boolean gateIsFirst;

  Gated(Activation gate, boolean gateIsFirst) {
    this.gate = gate;
    this.gateIsFirst = gateIsFirst;
  }

  @Override
  public int outputs(int inputs) {
    if (inputs < 2 || inputs % 2 != 0) {
      throw new IllegalArgumentException(
          id() + " multiplies two halves, so it takes an even number of units, not " + inputs);
    }
    return inputs / 2;
  }

  @Override
  public int inputs(int outputs) {
    return 2 * outputs;
  }

  @Override
  public void values(int inputs, int examples, int lanes, double[] x, double[] y, double[] work) {
    int half = outputs(inputs) * lanes;
    for (int example = 0; example < examples; example++) {
      int gates = example * 2 * half + (gateIsFirst ? 0 : half);
      int others = example * 2 * half + (gateIsFirst ? half : 0);
      int to = example * half;
      gate.values(x, work, gates, gates + half);
      for (int i = 0; i < half; i++) {
        y[to + i] = work[gates + i] * x[others + i];
      }
    }
  }

  @Override
  public void pullBacks(
      int inputs,
      int examples,
      int lanes,
      double[] x,
      double[] y,
      double[] errors,
      double[] result,
      double[] work) {
    int half = outputs(inputs) * lanes;
    for (int example = 0; example < examples; example++) {
      int gates = example * 2 * half + (gateIsFirst ? 0 : half);
      int others = example * 2 * half + (gateIsFirst ? half : 0);
      int from = example * half;
      gate.valuesAndSlopes(x, work, result, gates, gates + half);
      for (int i = 0; i < half; i++) {
        result[others + i] = errors[from + i] * work[gates + i];
      }
      for (int i = 0; i < half; i++) {
        result[gates + i] *= errors[from + i] * x[others + i];
      }
    }
  }
}
