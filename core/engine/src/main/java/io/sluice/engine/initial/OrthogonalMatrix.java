package io.sluice.engine.initial;

import io.sluice.spi.RandomStream;

/**
 * A random matrix with orthonormal rows or columns, whichever are fewer, times a gain. It is the
 * factor Q of a standard normal matrix (transposed if it has fewer rows than columns) with the
 * signs that make the diagonal of R positive, so it has Haar's distribution. Saxe, McClelland,
 * Ganguli, arXiv 1312.6120; the signs: F. Mezzadri, arXiv math-ph/0609050.
 *
 * <p>Method: modified Gram and Schmidt, twice for each vector, in ascending order; it leaves the
 * diagonal of R positive by itself.
 */
final class OrthogonalMatrix {

  private OrthogonalMatrix() {}

  /**
   * Writes a matrix by rows.
   *
   * @param random gives the normal matrix, by rows
   * @param weights receives it
   * @param first where
   */
  static void draw(
      RandomStream random, double gain, int rows, int columns, double[] weights, int first) {
    boolean wide = rows < columns;
    int count = wide ? rows : columns;
    int length = wide ? columns : rows;
    double[][] vectors = new double[count][length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double number = random.nextGaussian();
        if (wide) {
          vectors[row][column] = number;
        } else {
          vectors[column][row] = number;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      for (int pass = 0; pass < 2; pass++) {
        for (int j = 0; j < i; j++) {
          subtractProjection(vectors[i], vectors[j]);
        }
        normalize(vectors[i]);
      }
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        weights[first + row * columns + column] =
            gain * (wide ? vectors[row][column] : vectors[column][row]);
      }
    }
  }

  private static void subtractProjection(double[] vector, double[] unit) {
    double product = 0;
    for (int k = 0; k < vector.length; k++) {
      product = Math.fma(vector[k], unit[k], product);
    }
    for (int k = 0; k < vector.length; k++) {
      vector[k] = Math.fma(-product, unit[k], vector[k]);
    }
  }

  private static void normalize(double[] vector) {
    double squares = 0;
    for (double number : vector) {
      squares = Math.fma(number, number, squares);
    }
    double length = Math.sqrt(squares);
    for (int k = 0; k < vector.length; k++) {
      vector[k] /= length;
    }
  }
}
