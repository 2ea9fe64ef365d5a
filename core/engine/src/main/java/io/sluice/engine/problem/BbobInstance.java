package io.sluice.engine.problem;

import io.sluice.math.Logarithm;
import io.sluice.math.Trigonometric;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What is drawn for one function of the BBOB suite in one dimension and instance: its optimum, its
 * rotations, its smallest value. Random numbers are those of the suite (a multiplicative generator
 * with a table of 32), so that problems are the published ones.
 *
 * @param seed of the function and instance; functions 3 and 4, 17 and 18 share theirs
 */
record BbobInstance(int function, int dimensions, long seed) {

  private static final long OF_ROTATION = 1_000_000;

  static BbobInstance of(int function, int dimensions, int instance) {
    int shared = function == 4 ? 3 : function == 18 ? 17 : function;
    return new BbobInstance(function, dimensions, shared + 10_000L * instance);
  }

  /** The rotation that the suite calls R. */
  double[][] outer() {
    return rotation(seed + OF_ROTATION, dimensions);
  }

  /** The rotation that the suite calls Q. */
  double[][] inner() {
    return rotation(seed, dimensions);
  }

  /** A point in [−4, 4]^n, of four digits, where most of the functions have their minimum. */
  double[] point() {
    double[] x = uniform(dimensions, function == 12 ? seed + OF_ROTATION : seed);
    for (int i = 0; i < x.length; i++) {
      x[i] = 8 * Math.floor(10_000 * x[i]) / 10_000 - 4;
      if (x[i] == 0) {
        x[i] = -1e-5;
      }
    }
    return x;
  }

  /** The value at the minimum, which the suite adds and the losses here leave out. */
  double least() {
    double ratio = gauss(1, seed)[0] / gauss(1, seed + 1)[0];
    double rounded = Math.floor(100 * (100 * ratio) + 0.5) / 100;
    return Math.min(1000, Math.max(-1000, rounded));
  }

  /** A sign for each dimension. */
  double[] signs() {
    double[] signs = function == 24 ? gauss(dimensions, seed) : uniform(dimensions, seed);
    double from = function == 24 ? 0 : 0.5;
    for (int i = 0; i < signs.length; i++) {
      signs[i] = signs[i] < from ? -1 : 1;
    }
    return signs;
  }

  /** Uniform in (0, 1). */
  static double[] uniform(int count, long seed) {
    long state = Math.max(1, Math.abs(seed));
    long[] table = new long[32];
    for (int i = 39; i >= 0; i--) {
      state = next(state);
      if (i < 32) {
        table[i] = state;
      }
    }
    long current = table[0];
    double[] drawn = new double[count];
    for (int i = 0; i < count; i++) {
      state = next(state);
      int place = (int) (current / 67_108_865);
      current = table[place];
      table[place] = state;
      drawn[i] = current == 0 ? 1e-99 : current / 2_147_483_647.0;
    }
    return drawn;
  }

  private static long next(long state) {
    return 16_807 * state % 2_147_483_647;
  }

  /** Standard normal. */
  static double[] gauss(int count, long seed) {
    double[] uniform = uniform(2 * count, seed);
    double[] drawn = new double[count];
    for (int i = 0; i < count; i++) {
      double radius = Math.sqrt(-2 * Logarithm.log(uniform[i]));
      double value = radius * Trigonometric.cos(2 * Math.PI * uniform[count + i]);
      drawn[i] = value == 0 ? 1e-99 : value;
    }
    return drawn;
  }

  /** Indices in the order of the numbers that stand there. */
  static int[] order(double[] by) {
    return IntStream.range(0, by.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> by[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** A random orthogonal matrix, by Gram and Schmidt on the columns of a normal one. */
  static double[][] rotation(long seed, int n) {
    double[] normal = gauss(n * n, seed);
    double[][] rows = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        rows[i][j] = normal[j * n + i];
      }
    }
    return orthogonal(rows);
  }

  /** Makes the columns of a matrix orthogonal and of length 1, one after the other. */
  static double[][] orthogonal(double[][] rows) {
    int n = rows.length;
    for (int column = 0; column < n; column++) {
      for (int earlier = 0; earlier < column; earlier++) {
        double product = product(rows, column, earlier);
        for (double[] row : rows) {
          row[column] -= product * row[earlier];
        }
      }
      double length = Math.sqrt(product(rows, column, column));
      for (double[] row : rows) {
        row[column] /= length;
      }
    }
    return rows;
  }

  private static double product(double[][] rows, int one, int other) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[one] * row[other];
    }
    return sum;
  }
}
