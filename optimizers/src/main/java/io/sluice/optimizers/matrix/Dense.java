package io.sluice.optimizers.matrix;

import io.sluice.optimizers.SymmetricEigen;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** Plain operations on small dense matrices, each an array of rows; sums go in ascending order. */
final class Dense {

  private Dense() {}

  static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  static double[][] copy(double[][] x) {
    double[][] copy = x.clone();
    for (int i = 0; i < x.length; i++) {
      copy[i] = x[i].clone();
    }
    return copy;
  }

  static double[][] transposed(double[][] x) {
    double[][] turned = new double[x[0].length][x.length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < x[0].length; k++) {
        turned[k][i] = x[i][k];
      }
    }
    return turned;
  }

  /** x yᵀ. */
  static double[][] timesTransposed(double[][] x, double[][] y) {
    double[][] product = new double[x.length][y.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        product[i][j] = dot(x[i], y[j]);
      }
    }
    return product;
  }

  /** x y. */
  static double[][] times(double[][] x, double[][] y) {
    return timesTransposed(x, transposed(y));
  }

  /** V f(λ) Vᵀ of the symmetric V λ Vᵀ. */
  static double[][] function(double[][] symmetric, DoubleUnaryOperator f) {
    double[][] values = copy(symmetric);
    double[][] vectors = new double[values.length][values.length];
    SymmetricEigen.diagonalise(values, vectors);
    double[][] scaled = copy(vectors);
    for (int k = 0; k < values.length; k++) {
      double factor = f.applyAsDouble(values[k][k]);
      for (double[] row : scaled) {
        row[k] *= factor;
      }
    }
    return timesTransposed(scaled, vectors);
  }

  /** The eigenvectors of a symmetric matrix as columns, those of large eigenvalues first. */
  static double[][] eigenvectors(double[][] symmetric) {
    double[][] values = copy(symmetric);
    double[][] vectors = new double[values.length][values.length];
    SymmetricEigen.diagonalise(values, vectors);
    double[] diagonal = new double[values.length];
    Arrays.setAll(diagonal, k -> values[k][k]);
    return columns(vectors, descending(diagonal));
  }

  /** Where the largest value is, the next, and so on; of equal ones the first comes first. */
  static int[] descending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(k -> -values[k]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The columns in another order. */
  static double[][] columns(double[][] x, int[] order) {
    double[][] ordered = new double[x.length][order.length];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < order.length; k++) {
        ordered[i][k] = x[i][order[k]];
      }
    }
    return ordered;
  }

  /** The orthogonal Q of x = Q R, by Householder's reflections; x is square and overwritten. */
  static double[][] orthogonal(double[][] x) {
    int n = x.length;
    double[][] q = new double[n][n];
    for (int i = 0; i < n; i++) {
      q[i][i] = 1;
    }
    double[] mirror = new double[n];
    for (int k = 0; k + 1 < n; k++) {
      double largest = 0;
      for (int i = k; i < n; i++) {
        largest = Math.max(largest, Math.abs(x[i][k]));
      }
      if (largest == 0) {
        continue;
      }
      Arrays.fill(mirror, 0);
      for (int i = k; i < n; i++) {
        mirror[i] = x[i][k] / largest;
      }
      double length = Math.copySign(Math.sqrt(dot(mirror, mirror)), mirror[k]);
      mirror[k] += length;
      double half = length * mirror[k];
      for (int j = k; j < n; j++) {
        double along = 0;
        for (int i = k; i < n; i++) {
          along += mirror[i] * x[i][j];
        }
        for (int i = k; i < n; i++) {
          x[i][j] -= along / half * mirror[i];
        }
      }
      for (double[] row : q) {
        double along = dot(row, mirror) / half;
        for (int i = k; i < n; i++) {
          row[i] -= along * mirror[i];
        }
      }
    }
    return q;
  }
}
