package io.sluice.optimizers.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.optimizers.BoxSpace;
import io.sluice.optimizers.Objectives;
import io.sluice.optimizers.Search;
import io.sluice.spi.PopulationOptimizer;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When runs of CMA-ES end, and what follows. */
class RestartingCmaTest {

  private static RestartingCma after(
      PopulationOptimizer optimizer, ToDoubleFunction<double[]> function, long budget) {
    BoxSpace space = BoxSpace.cube(4, -5, 5, WeightPolicy.NONE);
    return (RestartingCma) new Search(optimizer, space, 3, function).until(budget).state();
  }

  @ParameterizedTest
  @ValueSource(longs = {500, 3000, 20_000, 60_000})
  void populationsDoubleWithEveryRestartOfIpop(long budget) {
    RestartingCma runs = after(new IpopCmaEs(), Objectives.RASTRIGIN, budget);
    int first = Recombination.usualSize(4);
    assertThat(runs.largestSize()).isEqualTo(first << Math.min(9, runs.restarts()));
    assertThat(runs.smallRuns()).isZero();
  }

  @Test
  void populationsGrowNoFurtherThanMemoryIsBounded() {
    RestartingCma runs = after(new IpopCmaEs(), x -> 1, 3_000_000);
    assertThat(runs.restarts()).isGreaterThan(10);
    assertThat(runs.largestSize()).isEqualTo(512 * Recombination.usualSize(4));
  }

  @Test
  void bipopRunsSmallPopulationsAndLargeOnes() {
    RestartingCma runs = after(new BipopCmaEs(), Objectives.RASTRIGIN, 60_000);
    int large = Integer.numberOfTrailingZeros(runs.largestSize() / Recombination.usualSize(4));
    assertThat(large).isGreaterThanOrEqualTo(3);
    assertThat(runs.smallRuns()).isGreaterThanOrEqualTo(3);
    assertThat(runs.restarts()).isEqualTo(large + runs.smallRuns());
  }

  /** The losses of the last 10 + ⌈30 n / λ⌉ generations lie within 1e-12: at once on a plateau. */
  @Test
  void plateausEndARun() {
    int generations = 10 + (int) Math.ceil(30.0 * 4 / Recombination.usualSize(4));
    long budget = (long) generations * Recombination.usualSize(4);
    assertThat(after(new IpopCmaEs(), x -> 1, budget - 1).restarts()).isZero();
    assertThat(after(new IpopCmaEs(), x -> 1, budget).restarts()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"SPHERE, 1e-9", "ROSENBROCK, 1e-9", "ELLIPSOID, 1e-6"})
  void theFirstRunEndsNotBeforeItHasConverged(Objectives function, double bound) {
    BoxSpace space = BoxSpace.cube(4, -5, 5, WeightPolicy.NONE);
    for (int seed = 0; seed < 11; seed++) {
      Search search = new Search(new IpopCmaEs(), space, seed, function);
      while (((RestartingCma) search.state()).restarts() == 0) {
        search.generation();
      }
      // Rosenbrock's valley has no second end in four dimensions but at 3.7.
      assertThat(search.bestLoss()).matches(loss -> loss < bound || Math.abs(loss - 3.7) < 0.1);
    }
  }

  @Test
  void infiniteLossesEndARunAsPlateausDo() {
    assertThat(after(new BipopCmaEs(), x -> Double.POSITIVE_INFINITY, 5000).restarts())
        .isGreaterThan(3);
  }
}
