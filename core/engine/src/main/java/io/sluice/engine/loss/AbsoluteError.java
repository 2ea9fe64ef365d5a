package io.sluice.engine.loss;

import io.sluice.spi.Description;

/** Mean absolute error: |e| with e = a − y; its slope at 0 is 0. */
record AbsoluteError() implements Loss {

  @Override
  public String id() {
    return "mae";
  }

  @Override
  public Description description() {
    return Description.of("Mean absolute error", "|a − y|", "Laplace 1774");
  }

  @Override
  public void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values) {
    for (int i = 0; i < examples * units * lanes; i++) {
      values[i] = Math.abs(output[i] - wanted[i]);
    }
  }

  @Override
  public void slopes(
      double[] output,
      double[] wanted,
      int examples,
      int units,
      int lanes,
      int terms,
      double[] slopes) {
    double scale = 1.0 / terms;
    for (int i = 0; i < examples * units * lanes; i++) {
      slopes[i] = Math.signum(output[i] - wanted[i]) * scale;
    }
  }
}
