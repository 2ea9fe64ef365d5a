package io.sluice.optimizers;

import java.util.Arrays;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: Householder's reflections make it
 * tridiagonal, implicit QL steps with Wilkinson's shift make that diagonal. Some 9 n³ operations.
 * Source: G. Golub, C. Van Loan, Matrix Computations, sections 8.3.1 and 8.3.3.
 */
public final class SymmetricEigen {

  private static final int MOST_STEPS = 60;

  /** What counts as nothing beside two neighbours on the diagonal. */
  private static final double NOTHING = 0x1p-52;

  private final int n;
  private final double[][] a;

  /** The eigenvectors so far, each a row. */
  private final double[][] rows;

  private final double[] diagonal;
  private final double[] beside;

  private SymmetricEigen(double[][] a, double[][] rows) {
    this.n = a.length;
    this.a = a;
    this.rows = rows;
    this.diagonal = new double[n];
    this.beside = new double[n];
  }

  /**
   * Finds them.
   *
   * @param a the matrix; overwritten, its diagonal becomes the eigenvalues, in no order
   * @param vectors receives the eigenvectors as columns
   */
  public static void diagonalise(double[][] a, double[][] vectors) {
    SymmetricEigen eigen = new SymmetricEigen(a, vectors);
    eigen.reduce();
    for (int at = 0; at < eigen.n; at++) {
      eigen.settle(at);
    }
    for (int i = 0; i < eigen.n; i++) {
      for (int j = 0; j < i; j++) {
        double other = vectors[i][j];
        vectors[i][j] = vectors[j][i];
        vectors[j][i] = other;
      }
      a[i][i] = eigen.diagonal[i];
    }
  }

  /** Reflects column after column until only the diagonal and its neighbours are left. */
  private void reduce() {
    for (int i = 0; i < n; i++) {
      Arrays.fill(rows[i], 0);
      rows[i][i] = 1;
    }
    double[] mirror = new double[n];
    double[] image = new double[n];
    for (int k = 0; k + 2 < n; k++) {
      double largest = 0;
      for (int i = k + 2; i < n; i++) {
        largest = Math.max(largest, Math.abs(a[i][k]));
      }
      if (largest > 0) {
        reflect(k, mirror, image);
      }
    }
    for (int i = 0; i < n; i++) {
      diagonal[i] = a[i][i];
      beside[i] = i + 1 < n ? a[i + 1][i] : 0;
    }
  }

  /** Makes column k zero below its second-next place: A := H A H with H = I − v vᵀ / half. */
  private void reflect(int k, double[] mirror, double[] image) {
    double scale = 0;
    for (int i = k + 1; i < n; i++) {
      scale = Math.max(scale, Math.abs(a[i][k]));
    }
    double squares = 0;
    for (int i = k + 1; i < n; i++) {
      mirror[i] = a[i][k] / scale;
      squares += mirror[i] * mirror[i];
    }
    double length = Math.copySign(Math.sqrt(squares), mirror[k + 1]);
    mirror[k + 1] += length;
    double half = length * mirror[k + 1];
    double along = 0;
    for (int i = k + 1; i < n; i++) {
      double sum = 0;
      for (int j = k + 1; j < n; j++) {
        sum += a[i][j] * mirror[j];
      }
      image[i] = sum / half;
      along += image[i] * mirror[i];
    }
    for (int i = k + 1; i < n; i++) {
      image[i] -= along / (2 * half) * mirror[i];
    }
    for (int i = k + 1; i < n; i++) {
      for (int j = k + 1; j < n; j++) {
        a[i][j] -= mirror[i] * image[j] + image[i] * mirror[j];
      }
      a[i][k] = 0;
      a[k][i] = 0;
    }
    a[k + 1][k] = -length * scale;
    a[k][k + 1] = a[k + 1][k];
    // The rows become those of H times what they were.
    Arrays.fill(image, 0);
    for (int i = k + 1; i < n; i++) {
      add(image, mirror[i], rows[i]);
    }
    for (int i = k + 1; i < n; i++) {
      add(rows[i], -mirror[i] / half, image);
    }
  }

  private static void add(double[] sum, double factor, double[] row) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * row[j];
    }
  }

  /** Turns until the place stands alone on the diagonal. */
  private void settle(int at) {
    for (int step = 0; step < MOST_STEPS; step++) {
      int end = at;
      while (end + 1 < n
          && Math.abs(beside[end])
              > NOTHING * (Math.abs(diagonal[end]) + Math.abs(diagonal[end + 1]))) {
        end++;
      }
      if (end == at) {
        return;
      }
      turn(at, end);
    }
  }

  /** One implicit QL step between two places. */
  private void turn(int from, int to) {
    double ratio = (diagonal[from + 1] - diagonal[from]) / (2 * beside[from]);
    double root = Math.sqrt(ratio * ratio + 1);
    double bulge =
        diagonal[to] - diagonal[from] + beside[from] / (ratio + Math.copySign(root, ratio));
    double sine = 1;
    double cosine = 1;
    double shift = 0;
    for (int i = to - 1; i >= from; i--) {
      double f = sine * beside[i];
      double b = cosine * beside[i];
      double length = Math.sqrt(f * f + bulge * bulge);
      beside[i + 1] = length;
      if (length == 0) {
        diagonal[i + 1] -= shift;
        beside[to] = 0;
        return;
      }
      sine = f / length;
      cosine = bulge / length;
      double next = diagonal[i + 1] - shift;
      double mixed = (diagonal[i] - next) * sine + 2 * cosine * b;
      shift = sine * mixed;
      diagonal[i + 1] = next + shift;
      bulge = cosine * mixed - b;
      rotate(rows[i], rows[i + 1], cosine, sine);
    }
    diagonal[from] -= shift;
    beside[from] = bulge;
    beside[to] = 0;
  }

  private static void rotate(double[] row, double[] next, double cosine, double sine) {
    for (int j = 0; j < row.length; j++) {
      double other = next[j];
      next[j] = sine * row[j] + cosine * other;
      row[j] = cosine * row[j] - sine * other;
    }
  }
}
