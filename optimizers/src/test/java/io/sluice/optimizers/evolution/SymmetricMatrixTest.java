package io.sluice.optimizers.evolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.optimizers.SymmetricEigen;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Decompositions give the matrix back. */
class SymmetricMatrixTest {

  /** B Bᵀ with scales from 1 to 1e-4. */
  private static double[][] matrix(int n) {
    RandomStream random = new RandomStream(n);
    double[][] b = new double[n][n];
    for (double[] row : b) {
      for (int j = 0; j < n; j++) {
        row[j] = random.nextGaussian() * StrictMath.pow(10, -2.0 * j / n);
      }
    }
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = SymmetricMatrix.dot(b[i], b[j]);
      }
    }
    return a;
  }

  private static double[][] copy(double[][] a) {
    return Arrays.stream(a).map(double[]::clone).toArray(double[][]::new);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 37})
  void eigenvectorsAndEigenvaluesGiveTheMatrix(int n) {
    double[][] a = matrix(n);
    double[][] values = copy(a);
    double[][] vectors = new double[n][n];
    SymmetricEigen.diagonalise(values, vectors);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double product = 0;
        double identity = 0;
        for (int k = 0; k < n; k++) {
          product += vectors[i][k] * values[k][k] * vectors[j][k];
          identity += vectors[k][i] * vectors[k][j];
        }
        assertThat(product).isCloseTo(a[i][j], within(1e-12 * n));
        assertThat(identity).isCloseTo(i == j ? 1 : 0, within(1e-13 * n));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 37})
  void trianglesGiveTheMatrix(int n) {
    double[][] a = matrix(n);
    double[][] lower = new double[n][n];
    SymmetricMatrix.decompose(a, lower);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        assertThat(SymmetricMatrix.dot(lower[i], lower[j])).isCloseTo(a[i][j], within(1e-12 * n));
      }
    }
  }

  @Test
  void knownEigenvaluesComeOut() {
    double[][] a = {{2, 1, 0}, {1, 2, 0}, {0, 0, 0}};
    SymmetricEigen.diagonalise(a, new double[3][3]);
    assertThat(DoubleStream.of(a[0][0], a[1][1], a[2][2]).sorted().toArray())
        .containsExactly(new double[] {0, 1, 3}, within(1e-15));
  }

  @Test
  void matricesWithoutFullRankHaveTriangles() {
    double[][] lower = new double[2][2];
    SymmetricMatrix.decompose(new double[][] {{4, 4}, {4, 4}}, lower);
    assertThat(lower[0][0]).isEqualTo(2);
    assertThat(lower[1][0]).isEqualTo(2);
    assertThat(lower[1][1]).isBetween(0.0, 1e-6);
  }
}
