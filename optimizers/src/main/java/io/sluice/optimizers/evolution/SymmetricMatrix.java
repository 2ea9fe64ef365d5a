package io.sluice.optimizers.evolution;

import java.util.Arrays;

/** Decompositions of small symmetric matrices, each an array of rows; no allocation. */
final class SymmetricMatrix {

  private static final int MOST_SWEEPS = 60;

  private SymmetricMatrix() {}

  /**
   * Eigenvalues and eigenvectors by Jacobi's rotations, row by row until nothing is left beside the
   * diagonal.
   *
   * @param a the matrix; overwritten, its diagonal becomes the eigenvalues
   * @param vectors receives the eigenvectors as columns
   */
  static void diagonalise(double[][] a, double[][] vectors) {
    int n = a.length;
    for (int i = 0; i < n; i++) {
      Arrays.fill(vectors[i], 0);
      vectors[i][i] = 1;
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && rotateAll(a, vectors); sweep++) {
      // Each sweep goes over all pairs.
    }
  }

  /** One sweep; whether anything was turned. */
  private static boolean rotateAll(double[][] a, double[][] vectors) {
    boolean turned = false;
    for (int p = 0; p < a.length - 1; p++) {
      for (int q = p + 1; q < a.length; q++) {
        double scale = Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]));
        if (Math.abs(a[p][q]) > 1e-16 * scale) {
          rotate(a, vectors, p, q);
          turned = true;
        }
      }
    }
    return turned;
  }

  private static void rotate(double[][] a, double[][] vectors, int p, int q) {
    double ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double tangent =
        Math.abs(ratio) > 1e150
            ? 0.5 / ratio
            : Math.copySign(1, ratio) / (Math.abs(ratio) + Math.sqrt(ratio * ratio + 1));
    double cosine = 1 / Math.sqrt(tangent * tangent + 1);
    double sine = tangent * cosine;
    double moved = tangent * a[p][q];
    a[p][p] -= moved;
    a[q][q] += moved;
    a[p][q] = 0;
    a[q][p] = 0;
    for (int i = 0; i < a.length; i++) {
      if (i != p && i != q) {
        double left = a[p][i];
        double right = a[q][i];
        a[p][i] = cosine * left - sine * right;
        a[q][i] = sine * left + cosine * right;
        a[i][p] = a[p][i];
        a[i][q] = a[q][i];
      }
      double left = vectors[i][p];
      double right = vectors[i][q];
      vectors[i][p] = cosine * left - sine * right;
      vectors[i][q] = sine * left + cosine * right;
    }
  }

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
