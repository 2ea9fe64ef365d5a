package io.sluice.optimizers.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.optimizers.BoxSpace;
import io.sluice.optimizers.Search;
import io.sluice.spi.PopulationOptimizer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How far each optimizer comes on a sphere of five parameters whose least value is not in the
 * middle of its box, and on Rosenbrock's function of two: medians of 21 seeds.
 */
class ConvergenceTest {

  private static final int SEEDS = 21;

  /** Optimizer, evaluations, loss reached on the sphere, on Rosenbrock's function. */
  static Stream<Arguments> rows() {
    return Stream.of(
        row(new DifferentialEvolution(), 5000, 1e-6, 1e-6),
        row(new DifferentialEvolutionBest(), 5000, 1e-6, 1e-3),
        row(new DifferentialEvolutionPbest(), 5000, 1e-9, 1e-6),
        row(new SelfAdaptingDifferential(), 10_000, 1e-6, 1e-4),
        row(new AdaptiveDifferential(), 10_000, 1e-8, 1e-6),
        row(new SuccessHistoryDifferential(), 10_000, 1e-9, 1e-6),
        row(new ShrinkingDifferential(), 5000, 1e-9, 1e-9),
        row(new ParticleSwarm(), 5000, 1e-9, 1e-6),
        row(new StandardSwarm2007(), 5000, 1e-9, 1e-6),
        row(new StandardSwarm2011(), 5000, 1e-9, 1e-4),
        row(new ComprehensiveSwarm(), 10_000, 1e-4, 1e-2),
        row(new CompetitiveSwarm(), 10_000, 1e-9, 1e-4),
        row(new GeneticAlgorithm(), 10_000, 1e-3, 0.1),
        row(new GeneticAlgorithmBlend(), 10_000, 1e-6, 1e-3),
        row(new SimulatedAnnealing(), 10_000, 1e-4, 1e-2),
        row(new HarmonySearch(), 10_000, 1e-3, 1e-2),
        row(new CuckooSearch(), 10_000, 1e-4, 1e-2),
        row(new Firefly(), 5000, 1e-4, 1e-2),
        row(new Bat(), 5000, 0.5, 0.5),
        row(new ArtificialBeeColony(), 5000, 1e-6, 0.1),
        row(new GreyWolf(), 5000, 1e-2, 1e-2),
        row(new Whale(), 5000, 0.5, 0.1),
        row(new TeachingLearning(), 5000, 1e-8, 1e-3),
        row(new BrainStorm(), 10_000, 1e-4, 1e-2),
        row(new CoralReefs(), 10_000, 1e-2, 1e-2),
        row(new GravitationalSearch(), 10_000, 20, 1),
        row(new AcrossNeighbourhoodSearch(), 5000, 1e-6, 1e-2),
        row(new Neuroboids(), 5000, 1, 0.5));
  }

  private static Arguments row(
      PopulationOptimizer optimizer, long evaluations, double sphere, double rosenbrock) {
    return Arguments.of(optimizer.id(), optimizer, evaluations, sphere, rosenbrock);
  }

  private static double sphere(double[] x) {
    double sum = 0;
    for (int c = 0; c < x.length; c++) {
      sum += (x[c] - 1.5 - 0.25 * c) * (x[c] - 1.5 - 0.25 * c);
    }
    return sum;
  }

  private static double rosenbrock(double[] x) {
    double bend = x[1] - x[0] * x[0];
    return 100 * bend * bend + (1 - x[0]) * (1 - x[0]);
  }

  private static double median(
      PopulationOptimizer optimizer,
      int parameters,
      long evaluations,
      ToDoubleFunction<double[]> function) {
    BoxSpace space =
        BoxSpace.cube(parameters, -5, 5, WeightPolicy.REFLECT_FLIP).within(evaluations);
    double[] best = new double[SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      best[seed] = new Search(optimizer, space, 300 + seed, function).until(evaluations).bestLoss();
    }
    return Search.median(best);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void lossesAreReachedWithinTheirEvaluations(
      String id,
      PopulationOptimizer optimizer,
      long evaluations,
      double sphere,
      double rosenbrock) {
    double onSphere = median(optimizer, 5, evaluations, ConvergenceTest::sphere);
    double onRosenbrock = median(optimizer, 2, evaluations, ConvergenceTest::rosenbrock);
    assertThat(onSphere).as("%s on the sphere", id).isLessThanOrEqualTo(sphere);
    assertThat(onRosenbrock).as("%s on Rosenbrock", id).isLessThanOrEqualTo(rosenbrock);
  }

  @Test
  void everyOptimizerOfThePackageIsThere() throws IOException {
    String here = ConvergenceTest.class.getPackageName() + ".";
    List<String> indexed = new ArrayList<>();
    ClassLoader loader = Population.class.getClassLoader();
    for (URL index : Collections.list(loader.getResources("META-INF/extensions.idx"))) {
      try (InputStream text = index.openStream()) {
        new String(text.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(name -> name.startsWith(here))
            .forEach(indexed::add);
      }
    }
    assertThat(rows().map(row -> row.get()[1].getClass().getName()).toList())
        .containsExactlyInAnyOrderElementsOf(indexed);
  }
}
