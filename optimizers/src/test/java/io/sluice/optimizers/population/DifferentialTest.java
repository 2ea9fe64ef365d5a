package io.sluice.optimizers.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.optimizers.BoxSpace;
import io.sluice.optimizers.Search;
import io.sluice.spi.PopulationOptimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Children by the formulas of the papers, and populations that shrink. */
class DifferentialTest {

  private static final double WEIGHT = 0.7;

  private static double sphere(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum += each * each;
    }
    return sum;
  }

  private static Search search(PopulationOptimizer optimizer, long seed) {
    return new Search(
        optimizer, BoxSpace.cube(2, -5, 5, WeightPolicy.NONE), seed, DifferentialTest::sphere);
  }

  private static PopulationOptimizer small(PopulationOptimizer optimizer, double crossover) {
    return Search.with(
        optimizer, Map.of("population-size", 5.0, "weight", WEIGHT, "crossover", crossover));
  }

  /** With CR = 1 a child is its mutant, so it must be one of those that the formula can give. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void childrenAreMutantsOfThreeOthersWithCrossoverOfOne(long seed) {
    Search random = search(small(new DifferentialEvolution(), 1), seed).generation();
    double[][] parents = random.asked();
    double[][] children = random.generation().asked();
    Search fromBest = search(small(new DifferentialEvolutionBest(), 1), seed).generation();
    double[][] childrenOfBest = fromBest.generation().asked();
    double[] best = least(parents);
    for (int i = 0; i < 5; i++) {
      assertThat(mutants(parents, i, null)).anySatisfy(near(children[i]));
      assertThat(mutants(parents, i, best)).anySatisfy(near(childrenOfBest[i]));
    }
  }

  private static Consumer<double[]> near(double[] child) {
    return mutant -> {
      assertThat(mutant[0]).isEqualTo(child[0]);
      assertThat(mutant[1]).isEqualTo(child[1]);
    };
  }

  private static double[] least(double[][] places) {
    double[] best = places[0];
    for (double[] place : places) {
      best = sphere(place) < sphere(best) ? place : best;
    }
    return best;
  }

  /** Every mutant from a base, or any third member, of members that are not the parent. */
  private static List<double[]> mutants(double[][] x, int parent, double[] base) {
    List<double[]> all = new ArrayList<>();
    for (int a = 0; a < 5; a++) {
      for (int b = 0; b < 5; b++) {
        for (int c = 0; c < 5; c++) {
          boolean apart = a != b && b != c && a != c && a != parent && b != parent && c != parent;
          if (base != null ? a != b && a != parent && b != parent : apart) {
            double[] start = base != null ? base : x[c];
            all.add(
                new double[] {
                  start[0] + WEIGHT * (x[a][0] - x[b][0]), start[1] + WEIGHT * (x[a][1] - x[b][1])
                });
          }
        }
      }
    }
    return all;
  }

  @Test
  void oneCoordinateAtLeastComesFromTheMutant() {
    Search search = search(small(new DifferentialEvolution(), 0), 9).generation();
    double[][] parents = search.asked();
    double[][] children = search.generation().asked();
    for (int i = 0; i < 5; i++) {
      boolean firstKept = parents[i][0] == children[i][0];
      boolean secondKept = parents[i][1] == children[i][1];
      assertThat(firstKept ^ secondKept).isTrue();
    }
  }

  @Test
  void membersAreReplacedOneByOneIfThatIsAskedFor() {
    PopulationOptimizer immediate =
        Search.with(new DifferentialEvolution(), Map.of("population-size", 5.0, "immediate", 1.0));
    Search search = search(immediate, 3).generation();
    assertThat(search.asked()).hasDimensions(5, 2);
    assertThat(search.generation().asked()).hasDimensions(1, 2);
    assertThat(search.state().next(5)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"400, 36", "2000, 36", "2001, 40"})
  void populationsShrinkToFourWhenTheBudgetIsSpent(long budget, int members) {
    Map<String, Double> size = Map.of("population-size", members == 40 ? 40.0 : 0.0);
    PopulationOptimizer shrinking = Search.with(new ShrinkingDifferential(), size);
    BoxSpace space = BoxSpace.cube(2, -5, 5, WeightPolicy.CLIP).within(budget);
    Search search = new Search(shrinking, space, 5, DifferentialTest::sphere);
    assertThat(search.state().next(members)).isEqualTo(members);
    int before = members;
    while (search.evaluations() + search.state().next(members) <= budget) {
      int now = search.generation().asked().length;
      assertThat(now).isLessThanOrEqualTo(before).isGreaterThanOrEqualTo(4);
      before = now;
    }
    assertThat(search.state().next(members)).isBetween(4, 6);
    assertThat(search.evaluations()).isGreaterThan(budget - 6);
  }

  @Test
  void populationsDoNotShrinkWhereTheBudgetIsNotKnown() {
    Search search = search(new ShrinkingDifferential(), 5);
    for (int i = 0; i < 30; i++) {
      assertThat(search.generation().asked()).hasDimensions(36, 2);
    }
  }
}
