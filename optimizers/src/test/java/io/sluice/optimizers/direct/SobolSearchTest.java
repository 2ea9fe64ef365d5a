package io.sluice.optimizers.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.optimizers.BoxSpace;
import io.sluice.optimizers.Search;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Points of Sobol's sequence; expected ones are of SciPy 1.17.1. */
class SobolSearchTest {

  private static double[][] points(int parameters, int count, boolean scramble, long seed) {
    return new Search(
            Search.with(
                new SobolSearch(),
                Map.of("population-size", (double) count, "scramble", scramble ? 1.0 : 0.0)),
            BoxSpace.cube(parameters, 0, 1, WeightPolicy.NONE),
            seed,
            x -> 0)
        .generation()
        .asked();
  }

  @Test
  void plainPointsAreThoseOfSciPy() {
    int[] coordinates = {0, 1, 2, 9, 1023};
    double[][] expected = EXPECTED;
    double[][] actual = points(1024, expected.length, false, 1);
    for (int i = 0; i < expected.length; i++) {
      for (int c = 0; c < coordinates.length; c++) {
        assertThat(actual[i][coordinates[c]]).as("point %s", i).isEqualTo(expected[i][c]);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyCoordinateHasOnePointInEverySlice(boolean scramble) {
    int count = 256;
    double[][] points = points(1024, count, scramble, 9);
    for (int p = 0; p < 1024; p++) {
      boolean[] seen = new boolean[count];
      for (double[] point : points) {
        seen[(int) (point[p] * count)] = true;
      }
      assertThat(seen).as("coordinate %s", p).doesNotContain(false);
    }
  }

  /** The first two coordinates of 2^k points have one in each of 2^k equal boxes of any shape. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16, 64, 256})
  void scramblingKeepsTheSpreadOverPairs(int columns) {
    int rows = 256 / columns;
    boolean[] seen = new boolean[256];
    for (double[] point : points(2, 256, true, 4)) {
      seen[(int) (point[0] * columns) * rows + (int) (point[1] * rows)] = true;
    }
    assertThat(seen).doesNotContain(false);
  }

  @Test
  void trialsDifferAndCoordinatesBehindTheTableAreUniform() {
    double[][] once = points(1030, 64, true, 1);
    double[][] again = points(1030, 64, true, 2);
    for (int p : new int[] {0, 1, 1023, 1024, 1029}) {
      assertThat(once[5][p]).isNotEqualTo(again[5][p]);
      double sum = 0;
      for (double[] point : once) {
        assertThat(point[p]).isBetween(0.0, 1.0);
        sum += point[p];
      }
      assertThat(sum / 64).isBetween(0.3, 0.7);
    }
  }

  @Test
  void latinHypercubesHaveOnePointInEverySlice() {
    Search search =
        new Search(
            Search.with(new LatinHypercube(), Map.of("population-size", 37.0)),
            BoxSpace.cube(5, -2, 3, WeightPolicy.NONE),
            8,
            x -> 0);
    for (int design = 0; design < 3; design++) {
      double[][] points = search.generation().asked();
      for (int p = 0; p < 5; p++) {
        boolean[] seen = new boolean[37];
        for (double[] point : points) {
          seen[(int) ((point[p] + 2) / 5 * 37)] = true;
        }
        assertThat(seen).doesNotContain(false);
      }
    }
  }

  private static final double[][] EXPECTED = {
    {0.0, 0.0, 0.0, 0.0, 0.0},
    {0.5, 0.5, 0.5, 0.5, 0.5},
    {0.75, 0.25, 0.25, 0.75, 0.75},
    {0.25, 0.75, 0.75, 0.25, 0.25},
    {0.375, 0.375, 0.625, 0.625, 0.875},
    {0.875, 0.875, 0.125, 0.125, 0.375},
    {0.625, 0.125, 0.875, 0.375, 0.125},
    {0.125, 0.625, 0.375, 0.875, 0.625},
    {0.1875, 0.3125, 0.9375, 0.3125, 0.0625},
    {0.6875, 0.8125, 0.4375, 0.8125, 0.5625},
    {0.9375, 0.0625, 0.6875, 0.5625, 0.8125},
    {0.4375, 0.5625, 0.1875, 0.0625, 0.3125},
    {0.3125, 0.1875, 0.3125, 0.9375, 0.9375},
    {0.8125, 0.6875, 0.8125, 0.4375, 0.4375},
    {0.5625, 0.4375, 0.0625, 0.1875, 0.1875},
    {0.0625, 0.9375, 0.5625, 0.6875, 0.6875},
  };
}
