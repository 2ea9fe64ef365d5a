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
  public void addLosses(double[] output, double[] wanted, int units, int lanes, double[] losses) {
    for (int unit = 0; unit < units; unit++) {
      int row = unit * lanes;
      for (int lane = 0; lane < lanes; lane++) {
        losses[lane] += Math.abs(output[row + lane] - wanted[row + lane]);
      }
    }
  }

  @Override
  public void slopes(
      double[] output, double[] wanted, int units, int lanes, int terms, double[] slopes) {
    double scale = 1.0 / terms;
    for (int i = 0; i < units * lanes; i++) {
      slopes[i] = Math.signum(output[i] - wanted[i]) * scale;
    }
  }
}
