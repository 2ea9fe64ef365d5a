package io.sluice.optimizers.evolution;

/** Decompositions of small symmetric matrices, each an array of rows; no allocation. */
final class SymmetricMatrix {

  private SymmetricMatrix() {}

  /**
   * The lower triangle L with L Lᵀ = a; a pivot that rounding made too small is taken as the tiny
   * share 1e-14 of the diagonal.
   *
   * @param a the matrix, of which the lower triangle is read
   * @param lower receives L; what is above the diagonal is left alone
   */
  static void decompose(double[][] a, double[][] lower) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j <= i; j++) {
        double rest = a[i][j];
        for (int k = 0; k < j; k++) {
          rest -= lower[i][k] * lower[j][k];
        }
        lower[i][j] =
            i == j
                ? Math.sqrt(Math.max(rest, Math.max(1e-14 * a[i][i], Double.MIN_NORMAL)))
                : rest / lower[j][j];
      }
    }
  }

  /** target = matrix · vector. */
  static void multiply(double[][] matrix, double[] vector, double[] target) {
    for (int i = 0; i < matrix.length; i++) {
      target[i] = dot(matrix[i], vector);
    }
  }

  /** The sum of products. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
