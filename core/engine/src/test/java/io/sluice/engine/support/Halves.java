package io.sluice.engine.support;

import io.sluice.math.Trigonometric;
import io.sluice.spi.LayerActivation;

/** {@code sin a · b} of two halves a and b: an activation over all units, twice as many come in. */
public record Halves() implements LayerActivation {

  @Override
  public String id() {
    return "halves";
  }

  @Override
  public int outputs(int inputs) {
    if (inputs % 2 != 0) {
      throw new IllegalArgumentException("halves takes an even number, not " + inputs);
    }
    return inputs / 2;
  }

  @Override
  public int inputs(int outputs) {
    return 2 * outputs;
  }

  @Override
  public void value(double[] x, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Trigonometric.sin(x[i]) * x[y.length + i];
    }
  }

  @Override
  public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
    for (int i = 0; i < y.length; i++) {
      result[i] = errors[i] * Trigonometric.cos(x[i]) * x[y.length + i];
      result[y.length + i] = errors[i] * Trigonometric.sin(x[i]);
    }
  }
}
