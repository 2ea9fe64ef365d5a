package io.sluice.analysis.variance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.Cell;
import io.sluice.spi.RandomStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevianceTest {

  private static final String A = "activation";
  private static final String O = "optimizer";

  @Test
  void oneFactorHasTheDevianceOfItsTable() {
    double[][] values = {
      {1, 1, 1, 0, 1, 1, 0, 1, 1, 1}, {1, 0, 0, 0, 1, 0, 0, 0, 1, 0}, {1, 1, 0, 0, 1, 0, 1, 0, 1, 0}
    };
    Decomposition deviance = deviance(grid(1, 3), values);
    double explained = entropy(16, 30) - entropy(8, 10) - entropy(3, 10) - entropy(5, 10);
    Source optimizer = deviance.source(O).orElseThrow();
    assertThat(optimizer.etaSquared()).isCloseTo(explained / entropy(16, 30), within(1e-4));
    assertThat(optimizer.share().value())
        .isCloseTo((explained - 2) / entropy(16, 30), within(1e-4));
    assertThat(deviance.seeds().value())
        .isCloseTo(1 - (explained - 2) / entropy(16, 30), within(1e-4));
  }

  /** −2 log likelihood of so many successes in so many trials. */
  private static double entropy(double successes, double trials) {
    double p = successes / trials;
    return -2 * trials * (p * Math.log(p) + (1 - p) * Math.log(1 - p));
  }

  @Test
  void factorsThatMultiplyOddsDoNotActTogether() {
    List<Cell> cells = grid(4, 3);
    double[][] values =
        drawn(cells, 200, 3, cell -> -4 + 1.2 * number(cell, A) + 1.5 * number(cell, O));
    Decomposition variance = Decomposition.of(Design.of(cells), values).orElseThrow();
    Decomposition deviance = deviance(cells, values);
    assertThat(variance.source(A, O).orElseThrow().share().lower()).isGreaterThan(0.01);
    assertThat(deviance.source(A, O).orElseThrow().share().value()).isLessThan(0.005);
    assertThat(deviance.source(O).orElseThrow().share().value()).isGreaterThan(0.1);
    assertThat(deviance.repeats()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void tableWithHolesHasTheDeviancesOfNewtonsMethod(int seed) {
    List<Cell> cells = new ArrayList<>(grid(4, 3));
    RandomStream random = new RandomStream(seed);
    for (int i = 0; i < 2; i++) {
      cells.remove(random.nextInt(cells.size()));
    }
    double[][] values =
        drawn(cells, 30, seed, cell -> -0.5 + 0.4 * number(cell, A) - 0.5 * number(cell, O));
    Decomposition deviance = deviance(cells, values);
    double none = newton(cells, values);
    double both = newton(cells, values, A, O);
    assertThat(deviance.source(A).orElseThrow().etaSquared() * none)
        .isCloseTo(newton(cells, values, O) - both, within(0.02));
    assertThat(deviance.source(O).orElseThrow().etaSquared() * none)
        .isCloseTo(newton(cells, values, A) - both, within(0.02));
  }

  @Test
  void groupsThatAlwaysOrNeverSucceedDoNotBreakIt() {
    List<Cell> cells = grid(3, 3);
    double[][] values =
        drawn(cells, 50, 9, cell -> number(cell, O) == 0 ? 99 : number(cell, O) == 1 ? -99 : 0);
    Decomposition deviance = deviance(cells, values);
    Source optimizer = deviance.source(O).orElseThrow();
    assertThat(optimizer.share().value()).isBetween(0.6, 0.7);
    assertThat(optimizer.share().hasInterval()).isTrue();
    assertThat(deviance.source(A).orElseThrow().share().value()).isBetween(-0.01, 0.03);
    assertThat(deviance.sources())
        .allSatisfy(source -> assertThat(source.share().value()).isFinite());
  }

  @Test
  void sharesAreNoneOnAverageWhereNothingHasAnEffect() {
    double sum = 0;
    for (int seed = 0; seed < 100; seed++) {
      List<Cell> cells = grid(8, 3);
      sum +=
          deviance(cells, drawn(cells, 10, 100 + seed, cell -> 0.5))
                  .source(A)
                  .orElseThrow()
                  .share()
                  .value()
              / 100;
    }
    assertThat(sum).isBetween(-0.003, 0.003);
  }

  @Test
  void successOfAllOrNoneHasNone() {
    List<Cell> cells = grid(2, 2);
    assertThat(Deviance.of(Design.of(cells), new double[4][3], null)).isEmpty();
    double[][] all = drawn(cells, 3, 1, cell -> 999);
    assertThat(Deviance.of(Design.of(cells), all, null)).isEmpty();
  }

  private static Decomposition deviance(List<Cell> cells, double[][] values) {
    Design design = Design.of(cells);
    return Deviance.of(design, values, Decomposition.of(design, values).orElseThrow())
        .orElseThrow();
  }

  private static List<Cell> grid(int activations, int optimizers) {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    levels.put(A, Grid.levels("a", activations));
    levels.put(O, Grid.levels("o", optimizers));
    return Grid.of(levels);
  }

  private static int number(Cell cell, String factor) {
    return Integer.parseInt(cell.factor(factor).substring(1));
  }

  private static double[][] drawn(
      List<Cell> cells, int repeats, long seed, ToDoubleFunction<Cell> odds) {
    RandomStream random = new RandomStream(seed);
    double[][] values = new double[cells.size()][repeats];
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (int cell = 0; cell < values.length; cell++) {
        double p = 1 / (1 + Math.exp(-odds.applyAsDouble(cells.get(cell))));
        values[cell][repeat] = random.nextDouble() < p ? 1 : 0;
      }
    }
    return values;
  }

  /** −2 log likelihood of the model with these factors, by Newton's method on all equations. */
  private static double newton(List<Cell> cells, double[][] values, String... factors) {
    int width = 1;
    int[] offsets = new int[factors.length];
    for (int f = 0; f < factors.length; f++) {
      offsets[f] = width - 1;
      String factor = factors[f];
      width += cells.stream().mapToInt(cell -> number(cell, factor)).max().orElse(0);
    }
    double[] beta = new double[width];
    double deviance = 0;
    for (int round = 0; round < 50; round++) {
      double[][] matrix = new double[width][width + 1];
      deviance = 0;
      for (int c = 0; c < values.length; c++) {
        double[] x = new double[width];
        x[0] = 1;
        for (int f = 0; f < factors.length; f++) {
          int level = number(cells.get(c), factors[f]);
          if (level > 0) {
            x[offsets[f] + level] = 1;
          }
        }
        double odds = 0;
        for (int i = 0; i < width; i++) {
          odds += x[i] * beta[i];
        }
        double p = 1 / (1 + Math.exp(-odds));
        for (double value : values[c]) {
          deviance -= 2 * Math.log(value > 0 ? p : 1 - p);
          for (int i = 0; i < width; i++) {
            matrix[i][width] += x[i] * (value - p);
            for (int j = 0; j < width; j++) {
              matrix[i][j] += x[i] * x[j] * p * (1 - p);
            }
          }
        }
      }
      for (int i = 0; i < width; i++) {
        for (int k = 0; k < width; k++) {
          double factor = k == i ? 0 : matrix[k][i] / matrix[i][i];
          for (int j = 0; j <= width; j++) {
            matrix[k][j] -= factor * matrix[i][j];
          }
        }
      }
      for (int i = 0; i < width; i++) {
        beta[i] += matrix[i][width] / matrix[i][i];
      }
    }
    return deviance;
  }
}
