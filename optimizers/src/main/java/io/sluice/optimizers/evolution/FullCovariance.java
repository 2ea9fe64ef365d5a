package io.sluice.optimizers.evolution;

import io.sluice.optimizers.SymmetricEigen;

/** All covariances, C = B D² Bᵀ, decomposed now and then: n² numbers, n³ time at times. */
final class FullCovariance implements Covariance {

  /** A matrix that is further from round cannot be decomposed well. */
  private static final double LARGEST_CONDITION = 1e14;

  private final int dimension;
  private final double[][] matrix;
  private final double[][] work;
  private final double[][] vectors;
  private final double[] deviations;
  private final double[] stretched;
  private int updates;

  FullCovariance(int dimension) {
    this.dimension = dimension;
    matrix = new double[dimension][dimension];
    work = new double[dimension][dimension];
    vectors = new double[dimension][dimension];
    deviations = new double[dimension];
    stretched = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      matrix[i][i] = 1;
      vectors[i][i] = 1;
      deviations[i] = 1;
    }
  }

  @Override
  public double learningFactor() {
    return 1;
  }

  @Override
  public void shape(double[] z, double[] y) {
    for (int i = 0; i < dimension; i++) {
      stretched[i] = deviations[i] * z[i];
    }
    SymmetricMatrix.multiply(vectors, stretched, y);
  }

  @Override
  public void turn(double[] z, double[] turned) {
    SymmetricMatrix.multiply(vectors, z, turned);
  }

  @Override
  public void fade(double factor) {
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        matrix[i][j] *= factor;
      }
    }
    updates++;
  }

  @Override
  public void add(double weight, double[] v) {
    for (int i = 0; i < dimension; i++) {
      double share = weight * v[i];
      for (int j = 0; j <= i; j++) {
        matrix[i][j] += share * v[j];
      }
    }
  }

  @Override
  public void refresh(double gap) {
    if (updates < gap) {
      return;
    }
    updates = 0;
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j <= i; j++) {
        work[i][j] = matrix[i][j];
        work[j][i] = matrix[i][j];
      }
    }
    SymmetricEigen.diagonalise(work, vectors);
    double least = Double.POSITIVE_INFINITY;
    double most = Double.MIN_NORMAL;
    for (int i = 0; i < dimension; i++) {
      least = Math.min(least, work[i][i]);
      most = Math.max(most, work[i][i]);
    }
    double lift = least < most / LARGEST_CONDITION ? most / LARGEST_CONDITION - least : 0;
    for (int i = 0; i < dimension; i++) {
      matrix[i][i] += lift;
      deviations[i] = Math.sqrt(work[i][i] + lift);
    }
  }

  @Override
  public double variance(int parameter) {
    return matrix[parameter][parameter];
  }

  @Override
  public double condition() {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double each : deviations) {
      least = Math.min(least, each);
      most = Math.max(most, each);
    }
    return (most / least) * (most / least);
  }
}
