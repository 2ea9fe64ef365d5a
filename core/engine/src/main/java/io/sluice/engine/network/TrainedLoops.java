package io.sluice.engine.network;

import io.sluice.spi.TrainableActivation;
import java.util.List;

/**
 * The block forms of a trained activation by its scalar ones; {@link Monomorphic} makes copies of
 * it. The parameters of one element stand in an array of its own, so an instance serves one block.
 */
final class TrainedLoops implements TrainableActivation {

  private final TrainableActivation activation;
  private final double[] p;

  TrainedLoops(TrainableActivation activation) {
    this.activation = activation;
    this.p = new double[activation.trainable().size()];
  }

  @Override
  public String id() {
    return activation.id();
  }

  @Override
  public List<String> trainable() {
    return activation.trainable();
  }

  @Override
  public double[] initialParameters() {
    return activation.initialParameters();
  }

  @Override
  public double value(double x, double[] parameters) {
    return activation.value(x, parameters);
  }

  @Override
  public double slope(double x, double[] parameters) {
    return activation.slope(x, parameters);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] parameters) {
    return activation.slopeBy(parameter, x, parameters);
  }

  @Override
  public void values(double[] x, double[][] parameters, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      gather(parameters, i);
      y[i] = activation.value(x[i], p);
    }
  }

  @Override
  public void valuesAndSlopes(
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    for (int i = from; i < to; i++) {
      gather(parameters, i);
      double input = x[i];
      slope[i] = activation.slope(input, p);
      for (int k = 0; k < p.length; k++) {
        slopesBy[k][i] = activation.slopeBy(k, input, p);
      }
      y[i] = activation.value(input, p);
    }
  }

  private void gather(double[][] parameters, int i) {
    for (int k = 0; k < p.length; k++) {
      p[k] = parameters[k][i];
    }
  }
}
