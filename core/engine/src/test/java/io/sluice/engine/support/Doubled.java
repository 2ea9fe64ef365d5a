package io.sluice.engine.support;

import io.sluice.spi.LayerActivation;

/** x and then x / (1 + |x|²): twice as many go on as come in, each of all. */
public record Doubled() implements LayerActivation {

  @Override
  public String id() {
    return "doubled";
  }

  @Override
  public int outputs(int inputs) {
    return 2 * inputs;
  }

  @Override
  public int inputs(int outputs) {
    if (outputs % 2 != 0) {
      throw new IllegalArgumentException("doubled passes on an even number, not " + outputs);
    }
    return outputs / 2;
  }

  @Override
  public void value(double[] x, double[] y) {
    double sum = sum(x);
    for (int i = 0; i < x.length; i++) {
      y[i] = x[i];
      y[x.length + i] = x[i] / sum;
    }
  }

  @Override
  public void pullBack(double[] x, double[] y, double[] errors, double[] result) {
    double sum = sum(x);
    double product = 0;
    for (int i = 0; i < x.length; i++) {
      product += errors[x.length + i] * y[x.length + i];
    }
    for (int i = 0; i < x.length; i++) {
      result[i] = errors[i] + (errors[x.length + i] - 2 * x[i] * product) / sum;
    }
  }

  private static double sum(double[] x) {
    double sum = 1;
    for (double each : x) {
      sum += each * each;
    }
    return sum;
  }
}
