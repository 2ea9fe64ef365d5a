package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.PopulationOptimizer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What searches reach in 10 dimensions with their presets, from uniform starts in [-5, 5]: the
 * median of the best loss over 21 seeds, against a bound that leaves room for chance alone: about
 * ten times what they reach, or a hundred where it falls by orders of magnitude.
 */
class SearchProgressTest {

  private static final int SEEDS = 21;
  private static final int DIMENSION = 10;

  @ParameterizedTest(name = "{0} on {1}: {3} after {2}")
  @CsvSource({
    "cma-es, SPHERE, 2000, 1e-9",
    "cma-es, ELLIPSOID, 5000, 1e-10",
    "cma-es, ROSENBROCK, 5000, 0.1",
    "sep-cma-es, SPHERE, 2000, 1e-12",
    "sep-cma-es, ELLIPSOID, 5000, 1e-20",
    "ipop-cma-es, ROSENBROCK, 10000, 1e-10",
    "ipop-cma-es, RASTRIGIN, 20000, 10",
    "bipop-cma-es, ROSENBROCK, 10000, 1e-10",
    "bipop-cma-es, RASTRIGIN, 20000, 10",
    "ma-es, ELLIPSOID, 10000, 1e-20",
    "ma-es, ROSENBROCK, 10000, 1e-8",
    "lm-ma-es, SPHERE, 2000, 1e-9",
    "lm-ma-es, ROSENBROCK, 10000, 1",
    "xnes, SPHERE, 5000, 1e-4",
    "xnes, ELLIPSOID, 10000, 1e-6",
    "snes, ELLIPSOID, 5000, 1e-12",
    "mu-comma-lambda-es, SPHERE, 2000, 1e-12",
    "one-plus-one-es, SPHERE, 2000, 1e-18",
    "iamalgam, ROSENBROCK, 10000, 1e-2",
    "iamalgam, ELLIPSOID, 10000, 1e-12",
    "openai-es, SPHERE, 5000, 0.3",
    "pgpe, ELLIPSOID, 10000, 1e-2",
    "ars, SPHERE, 2000, 0.5",
    "spsa, SPHERE, 2000, 0.2",
    "cross-entropy-method, SPHERE, 5000, 0.01",
    "hill-climbing, SPHERE, 2000, 0.6",
    "gradientless-descent, SPHERE, 2000, 1e-4",
    "nelder-mead, SPHERE, 2000, 1e-15",
    "multidirectional, ELLIPSOID, 5000, 1e-10",
    "hooke-jeeves, ELLIPSOID, 2000, 1e-8",
    "hooke-jeeves, ROSENBROCK, 5000, 1e-6",
    "powell, ELLIPSOID, 500, 1e-12",
    "powell, ROSENBROCK, 5000, 1e-8",
    "latin-hypercube, SPHERE, 2000, 25",
    "sobol-search, SPHERE, 2000, 25",
    "l-shade, SPHERE, 20000, 1e-4",
    "pso-2007, SPHERE, 5000, 1e-9",
  })
  void mediansReachABound(String id, Objectives function, long budget, double bound) {
    assertThat(median(optimizer(id), function, budget)).isLessThan(bound);
  }

  @Test
  void everySearchOfThisKindIsInTheTable() throws ReflectiveOperationException {
    String[] rows =
        SearchProgressTest.class
            .getDeclaredMethod(
                "mediansReachABound", String.class, Objectives.class, long.class, double.class)
            .getAnnotation(CsvSource.class)
            .value();
    List<String> tested = Stream.of(rows).map(row -> row.split(",")[0]).distinct().toList();
    assertThat(tested)
        .containsAll(
            BuiltIns.optimizers().stream()
                .filter(SettingsSearch.class::isInstance)
                .map(each -> each.id())
                .toList());
  }

  static PopulationOptimizer optimizer(String id) {
    return BuiltIns.optimizers().stream()
        .filter(each -> each.id().equals(id))
        .map(PopulationOptimizer.class::cast)
        .findAny()
        .orElseThrow();
  }

  private static double median(PopulationOptimizer optimizer, Objectives function, long budget) {
    double[] best = new double[SEEDS];
    BoxSpace space = BoxSpace.cube(DIMENSION, -5, 5, WeightPolicy.NONE);
    for (int seed = 0; seed < SEEDS; seed++) {
      best[seed] = new Search(optimizer, space, 7000 + seed, function).until(budget).bestLoss();
    }
    return Search.median(best);
  }
}
