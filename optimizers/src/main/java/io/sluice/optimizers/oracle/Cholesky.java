package io.sluice.optimizers.oracle;

/** Solves {@code (A + λ I) x = b} for a symmetric matrix of which the lower half is given. */
final class Cholesky {

  private final int n;
  private final double[] factor;

  Cholesky(int n) {
    this.n = n;
    factor = new double[Math.multiplyExact(n, n)];
  }

  /**
   * Factors the matrix.
   *
   * @param ridge λ
   * @return false if it is not positive definite, as far as numbers of 64 bits can tell
   */
  boolean factor(double[] matrix, double ridge) {
    for (int row = 0; row < n; row++) {
      int at = row * n;
      for (int column = 0; column <= row; column++) {
        int other = column * n;
        double sum = matrix[at + column] + (column == row ? ridge : 0);
        for (int k = 0; k < column; k++) {
          sum -= factor[at + k] * factor[other + k];
        }
        if (column < row) {
          factor[at + column] = sum / factor[other + column];
        } else if (sum > 0 && sum <= Double.MAX_VALUE) {
          factor[at + row] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }

  /** Puts the solution in the place of the right side. */
  void solve(double[] side) {
    for (int row = 0; row < n; row++) {
      double sum = side[row];
      for (int k = 0; k < row; k++) {
        sum -= factor[row * n + k] * side[k];
      }
      side[row] = sum / factor[row * n + row];
    }
    for (int row = n - 1; row >= 0; row--) {
      double sum = side[row];
      for (int k = row + 1; k < n; k++) {
        sum -= factor[k * n + row] * side[k];
      }
      side[row] = sum / factor[row * n + row];
    }
  }
}
