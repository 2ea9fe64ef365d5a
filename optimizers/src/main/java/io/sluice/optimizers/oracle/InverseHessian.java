package io.sluice.optimizers.oracle;

import java.util.Arrays;

/**
 * The inverse Hessian as a whole matrix, mended by each step (Broyden, Fletcher, Goldfarb, Shanno
 * 1970). A step without positive curvature mends nothing.
 */
final class InverseHessian implements Direction {

  private final int n;
  private final boolean scales;
  private final double[] matrix;
  private final double[] moved;
  private boolean learned;

  /**
   * The identity.
   *
   * @param scales whether it is scaled by the first step, which is capped
   */
  InverseHessian(int parameters, boolean scales) {
    n = parameters;
    this.scales = scales;
    matrix = new double[Math.multiplyExact(n, n)];
    moved = new double[n];
    identity(1);
  }

  private void identity(double scale) {
    Arrays.fill(matrix, 0);
    for (int p = 0; p < n; p++) {
      matrix[p * n + p] = scale;
    }
  }

  @Override
  public void write(double[] gradient, double[] direction) {
    multiply(gradient, direction);
    Vectors.scale(!learned && scales ? -Direction.capped(gradient) : -1, direction, direction);
  }

  private void multiply(double[] vector, double[] product) {
    for (int row = 0; row < n; row++) {
      double sum = 0;
      for (int column = 0; column < n; column++) {
        sum += matrix[row * n + column] * vector[column];
      }
      product[row] = sum;
    }
  }

  @Override
  public void learn(double[] step, double[] change, double[] gradient) {
    double curvature = Vectors.dot(step, change);
    if (!(curvature > 0 && 1 / curvature <= Double.MAX_VALUE && curvature <= Double.MAX_VALUE)) {
      return;
    }
    if (!learned && scales) {
      identity(curvature / Vectors.dot(change, change));
    }
    learned = true;
    multiply(change, moved);
    double scale = (1 + Vectors.dot(change, moved) / curvature) / curvature;
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        matrix[row * n + column] +=
            scale * step[row] * step[column]
                - (moved[row] * step[column] + step[row] * moved[column]) / curvature;
      }
    }
  }

  @Override
  public void forget() {
    identity(1);
    learned = false;
  }

  @Override
  public double first(double[] gradient, double slope, double lastLength, double lastSlope) {
    return 1;
  }
}
