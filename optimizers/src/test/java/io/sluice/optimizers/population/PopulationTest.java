package io.sluice.optimizers.population;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.optimizers.BoxSpace;
import io.sluice.optimizers.Search;
import io.sluice.spi.FirstMoment;
import io.sluice.spi.PopulationOptimizer;
import io.sluice.spi.SearchSpace;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all optimizers of the package have in common. */
class PopulationTest {

  static Stream<Named<PopulationOptimizer>> optimizers() {
    return ConvergenceTest.rows()
        .map(row -> (PopulationOptimizer) row.get()[1])
        .map(each -> Named.of(each.id(), each));
  }

  private static double outward(double[] x) {
    double sum = 0;
    for (double each : x) {
      sum -= each;
    }
    return sum;
  }

  /** Without bounds a slope without an end leads ever further, but never to what is no number. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void placesStayFiniteWithoutBounds(PopulationOptimizer optimizer) {
    BoxSpace space = BoxSpace.cube(3, -1, 1, WeightPolicy.NONE).within(1e9);
    Search search = new Search(optimizer, space, 1, PopulationTest::outward);
    for (int generation = 0; generation < 3000; generation++) {
      search.generation();
    }
    for (double[] place : search.asked()) {
      for (double each : place) {
        assertThat(Math.abs(each)).isLessThanOrEqualTo(Double.MAX_VALUE);
      }
    }
  }

  /** What a policy keeps is what the optimizer goes on with: it never leaves the box again. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void thePolicyOfTheSpaceAloneMeetsTheBounds(PopulationOptimizer optimizer) {
    for (WeightPolicy policy : WeightPolicy.values()) {
      BoxSpace box = BoxSpace.cube(3, -1, 1, policy).within(1e4);
      Kept space = new Kept(box);
      Search search = new Search(optimizer, space, 1, PopulationTest::outward);
      for (int generation = 0; generation < 20; generation++) {
        space.late = 0;
        search.generation();
        for (double[] place : search.asked()) {
          for (double each : place) {
            assertThat(each)
                .isBetween(
                    policy == WeightPolicy.NONE ? -Double.MAX_VALUE : -1,
                    policy == WeightPolicy.NONE ? Double.MAX_VALUE : 1);
          }
        }
      }
    }
  }

  /** A trial whose members are all as bad as can be is no end, and one good place is found. */
  @ParameterizedTest
  @MethodSource("optimizers")
  void deadRegionsAreLeft(PopulationOptimizer optimizer) {
    BoxSpace space = BoxSpace.cube(2, -1, 1, WeightPolicy.REFLECT).within(20_000);
    Search search =
        new Search(
            optimizer,
            space,
            2,
            x -> x[0] > 0.5 ? x[0] * x[0] + x[1] * x[1] : Double.POSITIVE_INFINITY);
    assertThat(search.until(20_000).bestLoss()).isLessThan(0.6);
  }

  @Test
  void rankedMembersHaveTiesByNumber() {
    double[] losses = {2, 1, 1, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY};
    assertThat(Population.least(losses, 6)).isEqualTo(4);
    assertThat(Population.least(losses, 4)).isEqualTo(1);
    assertThat(Population.least(new double[] {3, 3}, 2)).isZero();
  }

  @Test
  void swarmsTurnRoundWherePoliciesReverseMoments() {
    BoxSpace space = BoxSpace.cube(1, -1, 1, WeightPolicy.REFLECT_FLIP);
    Flips flips = new Flips(space);
    new Search(new StandardSwarm2007(), flips, 4, PopulationTest::outward)
        .generation()
        .generation()
        .generation()
        .generation();
    assertThat(flips.reversed).isPositive();
  }

  /** Counts how often the policy changes what the engine asks about, after the optimizer has. */
  private static final class Kept implements SearchSpace {
    private final BoxSpace space;
    private int late;

    Kept(BoxSpace space) {
      this.space = space;
    }

    @Override
    public int parameters() {
      return space.parameters();
    }

    @Override
    public double lower(int parameter) {
      return space.lower(parameter);
    }

    @Override
    public double upper(int parameter) {
      return space.upper(parameter);
    }

    @Override
    public double evaluations() {
      return space.evaluations();
    }

    @Override
    public double keep(int parameter, int member, double value, FirstMoment moment) {
      double kept = space.keep(parameter, member, value, moment);
      if (moment == FirstMoment.NONE && kept != value) {
        late++;
      }
      assertThat(late).isZero();
      return kept;
    }
  }

  /** A space whose policy reverses velocities, and which looks whether that happens. */
  private static final class Flips implements SearchSpace {
    private final BoxSpace space;
    private int reversed;

    Flips(BoxSpace space) {
      this.space = space;
    }

    @Override
    public int parameters() {
      return space.parameters();
    }

    @Override
    public double lower(int parameter) {
      return space.lower(parameter);
    }

    @Override
    public double upper(int parameter) {
      return space.upper(parameter);
    }

    @Override
    public double keep(int parameter, int member, double value, FirstMoment moment) {
      return space.keep(
          parameter,
          member,
          value,
          (p, m) -> {
            double[] before = ((Swarm) moment).velocity[m].clone();
            moment.flip(p, m);
            double[] after = ((Swarm) moment).velocity[m];
            reversed += Arrays.equals(before, after) ? 0 : 1;
            assertThat(after[p]).isEqualTo(-before[p]);
          });
    }
  }
}
