package io.sluice.optimizers.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.optimizers.BoxSpace;
import io.sluice.optimizers.Search;
import io.sluice.spi.PopulationOptimizer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Some optimizers are drawn to the origin, which a sphere whose least value is moved away from
 * there shows: Kudela, Nature Machine Intelligence 4, 2022. Others do not care.
 */
class CentreBiasTest {

  private static final int SEEDS = 11;

  static Stream<Named<PopulationOptimizer>> biased() {
    return named(new GreyWolf(), new Whale(), new GravitationalSearch(), new TeachingLearning());
  }

  static Stream<Named<PopulationOptimizer>> unbiased() {
    return named(
        new DifferentialEvolution(),
        new AdaptiveDifferential(),
        new ParticleSwarm(),
        new StandardSwarm2007(),
        new AcrossNeighbourhoodSearch(),
        new GeneticAlgorithmBlend());
  }

  private static Stream<Named<PopulationOptimizer>> named(PopulationOptimizer... optimizers) {
    return Stream.of(optimizers).map(each -> Named.of(each.id(), each));
  }

  /** The decades by which the sphere around a point is worse than that around the origin. */
  private static double decades(PopulationOptimizer optimizer, double shift) {
    return StrictMath.log10(median(optimizer, shift)) - StrictMath.log10(median(optimizer, 0));
  }

  private static double median(PopulationOptimizer optimizer, double shift) {
    BoxSpace space = BoxSpace.cube(10, -5, 5, WeightPolicy.REFLECT).within(5000);
    double[] best = new double[SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      best[seed] =
          new Search(
                  optimizer,
                  space,
                  40 + seed,
                  x -> {
                    double sum = 0;
                    for (double each : x) {
                      sum += (each - shift) * (each - shift);
                    }
                    return sum;
                  })
              .until(5000)
              .bestLoss();
    }
    return Search.median(best);
  }

  @ParameterizedTest
  @MethodSource("biased")
  void herdsThatAreDrawnToTheOriginAreWorseElsewhere(PopulationOptimizer optimizer) {
    assertThat(decades(optimizer, 2.3)).isGreaterThan(1.5);
  }

  @ParameterizedTest
  @MethodSource("unbiased")
  void othersDoNotCareWhereTheLeastValueIs(PopulationOptimizer optimizer) {
    assertThat(decades(optimizer, 2.3)).isBetween(-1.0, 1.0);
  }

  @ParameterizedTest
  @MethodSource("biased")
  void theBiasIsToldInTheNotes(PopulationOptimizer optimizer) {
    assertThat(String.join(" ", optimizer.description().notes()))
        .containsAnyOf("drawn to the origin", "draws it to the origin", "middle of the box");
  }
}
