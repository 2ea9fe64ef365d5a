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
  public void addLosses(double[] output, double[] wanted, int units, int lanes, double[] losses) {
    for (int unit = 0; unit < units; unit++) {
      int row = unit * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        double error = output[row + lane] - wanted[row + lane];
        losses[lane] = Math.fma(error, error, losses[lane]);
      }
    }
  }

  @Override
  public void slopes(
      double[] output, double[] wanted, int units, int lanes, int terms, double[] slopes) {
    double scale = 2.0 / terms;
    for (int i = 0; i < units * lanes; i++) {
      slopes[i] = (output[i] - wanted[i]) * scale;
    }
  }
}
