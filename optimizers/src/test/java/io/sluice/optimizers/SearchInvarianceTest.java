package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.PopulationOptimizer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What papers claim to change nothing, changes nothing: the size of losses for searches that use
 * their order alone, a factor for some that use differences, the directions of the axes for those
 * that learn all covariances.
 */
class SearchInvarianceTest {

  private static final BoxSpace SPACE = BoxSpace.cube(5, -4, 5, WeightPolicy.CLIP);

  private static void assertSameWay(String id, DoubleUnaryOperator change) {
    PopulationOptimizer optimizer = SearchProgressTest.optimizer(id);
    for (Objectives function : Objectives.values()) {
      Search plain = new Search(optimizer, SPACE, 11, function);
      Search changed =
          new Search(optimizer, SPACE, 11, x -> change.applyAsDouble(function.applyAsDouble(x)));
      for (int generation = 0; generation < 60; generation++) {
        assertThat(changed.generation().asked())
            .as("%s on %s, generation %s", id, function, generation)
            .isDeepEqualTo(plain.generation().asked());
      }
    }
  }

  /** Losses times a power of two, minus a number, cubed: no two losses come to be equal. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "cma-es",
        "sep-cma-es",
        "ma-es",
        "lm-ma-es",
        "xnes",
        "snes",
        "mu-comma-lambda-es",
        "one-plus-one-es",
        "iamalgam",
        "openai-es",
        "pgpe",
        "cross-entropy-method",
        "hill-climbing",
        "gradientless-descent",
        "nelder-mead",
        "multidirectional",
        "hooke-jeeves",
        "latin-hypercube",
        "sobol-search",
        "random-search"
      })
  void onlyTheOrderOfLossesCounts(String id) {
    assertSameWay(id, loss -> 1024 * loss);
    assertSameWay(id, loss -> -1 / (1e-3 + loss));
  }

  /** A power of two is exact. */
  @ParameterizedTest
  @ValueSource(strings = {"ars", "spsa", "powell", "ipop-cma-es", "bipop-cma-es"})
  void aFactorOfLossesChangesNothing(String id) {
    assertSameWay(id, loss -> 1024 * loss);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cma-es", "ma-es", "xnes", "iamalgam"})
  void turningTheSpaceChangesNothingButChance(String id) {
    double plain = logarithm(id, Objectives.ELLIPSOID);
    double turned = logarithm(id, x -> Objectives.ELLIPSOID.applyAsDouble(turned(x)));
    assertThat(turned).isBetween(plain - 2, plain + 2);
  }

  /** The other side of it: these see nothing but the axes. */
  @ParameterizedTest
  @ValueSource(strings = {"sep-cma-es", "snes", "hooke-jeeves"})
  void searchesAlongTheAxesSufferFromIt(String id) {
    double plain = logarithm(id, Objectives.ELLIPSOID);
    double turned = logarithm(id, x -> Objectives.ELLIPSOID.applyAsDouble(turned(x)));
    assertThat(turned).isGreaterThan(plain + 4);
  }

  /** The decimal logarithm of the median loss in 5 dimensions. */
  private static double logarithm(String id, ToDoubleFunction<double[]> function) {
    double[] best = new double[41];
    for (int seed = 0; seed < best.length; seed++) {
      best[seed] =
          new Search(
                  SearchProgressTest.optimizer(id),
                  BoxSpace.cube(5, -5, 5, WeightPolicy.NONE),
                  seed,
                  function)
              .until(2500)
              .bestLoss();
    }
    return Math.log10(Search.median(best));
  }

  /** A reflection at a plane that is askew to every axis: as good as a rotation. */
  private static double[] turned(double[] x) {
    double along = 0;
    double square = 0;
    for (int i = 0; i < x.length; i++) {
      along += (i + 1) * x[i];
      square += (i + 1) * (i + 1);
    }
    double[] turned = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      turned[i] = x[i] - 2 * along / square * (i + 1);
    }
    return turned;
  }
}
