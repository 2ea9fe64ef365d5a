package io.sluice.engine.network;

import io.sluice.spi.Activation;

/** The block forms of an activation by its scalar ones; {@link Monomorphic} makes copies of it. */
final class ScalarLoops implements Activation {

  private final Activation activation;

  ScalarLoops(Activation activation) {
    this.activation = activation;
  }

  @Override
  public String id() {
    return activation.id();
  }

  @Override
  public double value(double x) {
    return activation.value(x);
  }

  @Override
  public double slope(double x) {
    return activation.slope(x);
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] = activation.value(x[i]);
    }
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    for (int i = from; i < to; i++) {
      double input = x[i];
      y[i] = activation.value(input);
      slope[i] = activation.slope(input);
    }
  }
}
