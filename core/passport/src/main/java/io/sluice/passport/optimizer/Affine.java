package io.sluice.passport.optimizer;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Other coordinates y = M x + o.
 *
 * @param matrix M
 * @param inverse of M
 * @param offset o
 */
record Affine(double[][] matrix, double[][] inverse, double[] offset) {

  /** The coordinates as they are. */
  static Affine identity(int dimensions) {
    return scale(ones(dimensions));
  }

  /** Another origin, by numbers that are exact. */
  static Affine shift(int dimensions) {
    double[] offset = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      offset[i] = i % 2 == 0 ? 4 + i : -2 - i;
    }
    Affine identity = identity(dimensions);
    return new Affine(identity.matrix, identity.inverse, offset);
  }

  /** Other axes: a reflection at a plane that is askew to every one of the old. */
  static Affine rotation(int dimensions) {
    double[] normal = new double[dimensions];
    double squares = 0;
    for (int i = 0; i < dimensions; i++) {
      normal[i] = 3 + i * i % 5; // No sum of the first four or five with any signs is 0.
      squares += normal[i] * normal[i];
    }
    double[][] mirror = new double[dimensions][dimensions];
    for (int i = 0; i < dimensions; i++) {
      for (int j = 0; j < dimensions; j++) {
        mirror[i][j] = (i == j ? 1 : 0) - 2 * normal[i] * normal[j] / squares;
      }
    }
    return new Affine(mirror, mirror, new double[dimensions]);
  }

  /** Another order: each takes the place of the next. */
  static Affine permutation(int dimensions) {
    return order(dimensions, i -> (i + 1) % dimensions);
  }

  /** Another order, by the place that each takes. */
  static Affine order(int dimensions, IntUnaryOperator place) {
    double[][] matrix = new double[dimensions][dimensions];
    double[][] inverse = new double[dimensions][dimensions];
    for (int i = 0; i < dimensions; i++) {
      matrix[place.applyAsInt(i)][i] = 1;
      inverse[i][place.applyAsInt(i)] = 1;
    }
    return new Affine(matrix, inverse, new double[dimensions]);
  }

  /** A unit of its own for each: 4, 1/2, 4, 1/2 and so on. */
  static Affine units(int dimensions) {
    double[] units = new double[dimensions];
    for (int i = 0; i < dimensions; i++) {
      units[i] = i % 2 == 0 ? 4 : 0.5;
    }
    return scale(units);
  }

  private static Affine scale(double[] units) {
    double[][] matrix = new double[units.length][units.length];
    double[][] inverse = new double[units.length][units.length];
    for (int i = 0; i < units.length; i++) {
      matrix[i][i] = units[i];
      inverse[i][i] = 1 / units[i];
    }
    return new Affine(matrix, inverse, new double[units.length]);
  }

  private static double[] ones(int dimensions) {
    double[] ones = new double[dimensions];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** The new coordinates of a point. */
  double[] to(double[] x) {
    double[] y = times(matrix, x);
    for (int i = 0; i < y.length; i++) {
      y[i] += offset[i];
    }
    return y;
  }

  /** The old coordinates of a point. */
  double[] back(double[] y) {
    double[] moved = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      moved[i] = y[i] - offset[i];
    }
    return times(inverse, moved);
  }

  /** The slopes by the new coordinates of what has these by the old. */
  double[] slopes(double[] old) {
    double[] slopes = new double[old.length];
    for (int j = 0; j < old.length; j++) {
      for (int i = 0; i < old.length; i++) {
        slopes[j] += old[i] * inverse[i][j];
      }
    }
    return slopes;
  }

  private static double[] times(double[][] rows, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < x.length; j++) {
        product[i] += rows[i][j] * x[j];
      }
    }
    return product;
  }
}
