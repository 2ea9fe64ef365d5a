package io.sluice.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.PopulationOptimizer;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses, boxes and settings at the edge of sense: candidates stay numbers, and inside. */
class SearchEdgesTest {

  private static final int GENERATIONS = 300;

  static Stream<String> searches() {
    return BuiltIns.optimizers().stream()
        .filter(SettingsSearch.class::isInstance)
        .map(each -> each.id());
  }

  private static void assertNumbers(
      PopulationOptimizer optimizer, BoxSpace space, ToDoubleFunction<double[]> function) {
    Search search = new Search(optimizer, space, 5, function);
    for (int generation = 0; generation < GENERATIONS; generation++) {
      for (double[] point : search.generation().asked()) {
        if (!Arrays.stream(point).allMatch(Double::isFinite)) {
          fail("%s, generation %s: %s", optimizer.id(), generation, Arrays.toString(point));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void lossesThatTellNothingAreNoEnd(String id) {
    PopulationOptimizer optimizer = SearchProgressTest.optimizer(id);
    for (WeightPolicy policy : WeightPolicy.values()) {
      BoxSpace space = BoxSpace.cube(3, -1, 2, policy);
      assertNumbers(optimizer, space, x -> Double.POSITIVE_INFINITY);
      assertNumbers(optimizer, space, x -> Double.NaN);
      assertNumbers(optimizer, space, x -> 0);
      assertNumbers(optimizer, space, x -> x[0] > 0 ? Double.POSITIVE_INFINITY : x[0]);
      assertNumbers(optimizer, space, x -> 1e308 * x[0]);
      assertNumbers(optimizer, space, x -> -Double.MAX_VALUE);
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void oneParameterAndBoxesWithoutWidthAreSearched(String id) {
    PopulationOptimizer optimizer = SearchProgressTest.optimizer(id);
    BoxSpace line = BoxSpace.cube(1, -5, 5, WeightPolicy.REFLECT);
    assertThat(new Search(optimizer, line, 3, Objectives.SPHERE).until(400).bestLoss())
        .isLessThan(1);
    BoxSpace flat =
        new BoxSpace(new double[] {-1, 2, 0}, new double[] {3, 2, 0}, WeightPolicy.CLIP);
    Search search = new Search(optimizer, flat, 3, Objectives.SPHERE).until(400);
    assertThat(search.best()[1]).isEqualTo(2);
    assertThat(search.best()[2]).isZero();
    assertNumbers(optimizer, flat, Objectives.ROSENBROCK);
  }

  @ParameterizedTest
  @MethodSource("searches")
  void hugeAndTinyBoxesAreBoxes(String id) {
    PopulationOptimizer optimizer = SearchProgressTest.optimizer(id);
    for (WeightPolicy policy : new WeightPolicy[] {WeightPolicy.CLIP, WeightPolicy.NONE}) {
      for (double half : new double[] {1e-300, 1e-30, 1e30, 1e300}) {
        assertNumbers(
            optimizer, BoxSpace.cube(3, -half, half, policy), x -> Arrays.stream(x).sum());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void everySettingOfARangeSearches(String id) {
    PopulationOptimizer preset = SearchProgressTest.optimizer(id);
    BoxSpace space = BoxSpace.cube(4, -2, 1, WeightPolicy.REFLECT);
    for (Hyperparameter each : preset.hyperparameters()) {
      for (double value : new double[] {0, 1e-9, 0.5, 1, 2, 3, 7, 300, 1e6}) {
        if (each.complaint(value).isEmpty()) {
          assertNumbers(
              Search.with(preset, Map.of(each.name(), value)), space, Objectives.ROSENBROCK);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("searches")
  void candidatesOfABoxAtItsBestCornerGoThere(String id) {
    PopulationOptimizer optimizer = SearchProgressTest.optimizer(id);
    for (WeightPolicy policy :
        new WeightPolicy[] {WeightPolicy.CLIP, WeightPolicy.REFLECT, WeightPolicy.REFLECT_FLIP}) {
      Search search =
          new Search(optimizer, BoxSpace.cube(2, 1, 3, policy), 17, Objectives.SPHERE).until(6000);
      assertThat(Arrays.stream(search.best())).allMatch(each -> each >= 1 && each <= 3);
      assertThat(search.bestLoss()).as("%s with %s", id, policy).isBetween(2.0, 2.2);
    }
  }
}
