package io.sluice.engine.loss;

import io.sluice.spi.Description;

/** Mean squared error: e² with e = a − y. */
record SquaredError() implements Loss {

  @Override
  public String id() {
    return "mse";
  }

  @Override
  public Description description() {
    return Description.of("Mean squared error", "(a − y)²", "Gauss 1809");
  }

  @Override
  public boolean isMeanOfSquares() {
    return true;
  }

  @Override
  public void values(
      double[] output, double[] wanted, int examples, int units, int lanes, double[] values) {
    for (int i = 0; i < examples * units * lanes; i++) {
      double error = output[i] - wanted[i];
      values[i] = error * error;
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
    double scale = 2.0 / terms;
    for (int i = 0; i < examples * units * lanes; i++) {
      slopes[i] = (output[i] - wanted[i]) * scale;
    }
  }
}
