package io.sluice.optimizers.evolution;

import java.util.Arrays;

/** Variances of the coordinates alone: linear time and memory. */
final class DiagonalCovariance implements Covariance {

  private final double[] variances;
  private final double[] deviations;

  DiagonalCovariance(int dimension) {
    variances = new double[dimension];
    deviations = new double[dimension];
    Arrays.fill(variances, 1);
    Arrays.fill(deviations, 1);
  }

  @Override
  public double learningFactor() {
    return (variances.length + 2) / 3.0;
  }

  @Override
  public void shape(double[] z, double[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = deviations[i] * z[i];
    }
  }

  @Override
  public void turn(double[] z, double[] turned) {
    System.arraycopy(z, 0, turned, 0, z.length);
  }

  @Override
  public void fade(double factor) {
    for (int i = 0; i < variances.length; i++) {
      variances[i] *= factor;
    }
  }

  @Override
  public void add(double weight, double[] v) {
    for (int i = 0; i < variances.length; i++) {
      variances[i] += weight * v[i] * v[i];
    }
  }

  @Override
  public void refresh(double gap) {
    for (int i = 0; i < variances.length; i++) {
      variances[i] = Math.max(Double.MIN_NORMAL, variances[i]);
      deviations[i] = Math.sqrt(variances[i]);
    }
  }

  @Override
  public double variance(int parameter) {
    return variances[parameter];
  }

  @Override
  public double condition() {
    return Arrays.stream(variances).max().orElse(1) / Arrays.stream(variances).min().orElse(1);
  }
}
