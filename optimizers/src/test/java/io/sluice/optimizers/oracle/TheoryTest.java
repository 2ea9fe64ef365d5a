package io.sluice.optimizers.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.optimizers.oracle.Bowl.LeastSquares;
import io.sluice.optimizers.oracle.Bowl.Quadratic;
import io.sluice.optimizers.oracle.Bowl.Rosenbrock;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What theory says of quadratics and least squares, and how dear Rosenbrock's valley is. */
class TheoryTest {

  private static final Map<String, Double> EXACT = Map.of("curvature", 1e-9);
  private static final double[] VALLEY = {-1.2, 1};

  private static double slope(Bowl bowl, double[] x) {
    double[] gradient = new double[x.length];
    bowl.gradient(x, gradient);
    return Vectors.norm(gradient);
  }

  private static List<OracleOptimizer> conjugates() {
    return List.of(new FletcherReeves(), new PolakRibiere(), new HagerZhang());
  }

  /** Hestenes and Stiefel 1952: n steps with exact searches. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10})
  void conjugateGradientsEndInAsManyStepsAsThereAreDimensions(int n) {
    Quadratic bowl = Quadratic.of(n, 100);
    for (OracleOptimizer each : conjugates()) {
      double[] start = new double[n];
      Walk walk = new Walk(Walk.with(each, EXACT), bowl, start);
      double first = slope(bowl, start);
      assertThat(slope(bowl, walk.steps(n - 1).last())).as(each.id()).isGreaterThan(1e-4 * first);
      assertThat(slope(bowl, walk.steps(1).last())).as(each.id()).isLessThan(1e-5 * first);
    }
  }

  /** Nocedal and Wright 2006, theorem 6.4. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 10})
  void quasiNewtonStepsAreThoseOfConjugateGradientsOnQuadratics(int n) {
    Quadratic bowl = Quadratic.of(n, 100);
    Map<String, Double> plain = Map.of("curvature", 1e-9, "scale", 0.0);
    Walk expected = new Walk(Walk.with(new PolakRibiere(), EXACT), bowl, new double[n]).steps(n);
    for (OracleOptimizer each : List.of(new Bfgs(), new Lbfgs())) {
      Walk walk = new Walk(Walk.with(each, plain), bowl, new double[n]).steps(n);
      for (int step = 1; step <= n; step++) {
        assertThat(walk.steps.get(step))
            .as("%s, step %d", each.id(), step)
            .containsExactly(expected.steps.get(step), within(1e-6));
      }
    }
  }

  @Test
  void longAndShortSpectralStepsComeDownAnIllConditionedBowl() {
    Quadratic bowl = Quadratic.of(10, 1000);
    double first = slope(bowl, new double[10]);
    for (OracleOptimizer each : List.of(new BarzilaiBorweinLong(), new BarzilaiBorweinShort())) {
      Walk walk = new Walk(each, bowl, new double[10]).steps(400);
      assertThat(slope(bowl, walk.last())).as(each.id()).isLessThan(1e-8 * first);
      assertThat(walk.asked).isEqualTo(Map.of(OracleRequest.GRADIENT, 401));
    }
  }

  /** Kantorovich: the loss above the least falls at least by ((κ − 1)/(κ + 1))² a step. */
  @Test
  void exactSteepestDescentFallsAsFastAsItsBound() {
    Quadratic bowl = Quadratic.of(6, 30);
    double least = bowl.loss(new Walk(new Bfgs(), bowl, new double[6]).steps(100).last());
    Walk walk =
        new Walk(Walk.with(new GradientDescentWolfe(), EXACT), bowl, new double[6]).steps(40);
    double bound = 29.0 / 31 * (29.0 / 31);
    for (int step = 1; step <= 40; step++) {
      double before = bowl.loss(walk.steps.get(step - 1)) - least;
      double after = bowl.loss(walk.steps.get(step)) - least;
      assertThat(after).isLessThanOrEqualTo(bound * before + 1e-12);
    }
  }

  @Test
  void backtrackingKeepsArmijosCondition() {
    Rosenbrock bowl = new Rosenbrock();
    Walk walk = new Walk(new GradientDescentArmijo(), bowl, VALLEY).steps(200);
    for (int step = 1; step < walk.steps.size(); step++) {
      double[] before = walk.steps.get(step - 1);
      double[] after = walk.steps.get(step);
      double[] moved = new double[2];
      Vectors.subtract(after, before, moved);
      double gained = 1e-4 * Vectors.norm(moved) * slope(bowl, before);
      assertThat(bowl.loss(after)).isLessThanOrEqualTo(bowl.loss(before) - 0.999 * gained);
    }
  }

  @Test
  void searchesKeepTheStrongWolfeConditions() {
    Rosenbrock bowl = new Rosenbrock();
    for (OracleOptimizer each : List.of(new GradientDescentWolfe(), new Lbfgs(), new Bfgs())) {
      Walk walk = new Walk(each, bowl, VALLEY).steps(20);
      for (int step = 1; step < walk.steps.size(); step++) {
        double[] before = new double[2];
        double[] after = new double[2];
        bowl.gradient(walk.steps.get(step - 1), before);
        bowl.gradient(walk.steps.get(step), after);
        double[] moved = new double[2];
        Vectors.subtract(walk.steps.get(step), walk.steps.get(step - 1), moved);
        double slope = Vectors.dot(before, moved);
        assertThat(Math.abs(Vectors.dot(after, moved)))
            .as("%s, step %d", each.id(), step)
            .isLessThanOrEqualTo(0.9 * Math.abs(slope) * (1 + 1e-9));
        assertThat(bowl.loss(walk.steps.get(step)))
            .isLessThanOrEqualTo(bowl.loss(walk.steps.get(step - 1)) + 1e-4 * slope * 0.999);
      }
    }
  }

  private static final LeastSquares LINE =
      new LeastSquares(
          new double[][] {{1, 0}, {1, 1}, {1, 2}, {1, 3}}, new double[] {1, 3, 4, 4.5});

  /** The line through (0, 1), (1, 3), (2, 4), (3, 4.5) that is least is 1.4 + 1.15 x. */
  @Test
  void linearLeastSquaresAreSolvedInOneStep() {
    double[] solution = {1.4, 1.15};
    Walk newton = new Walk(new GaussNewton(), LINE, 5, -7).steps(1);
    assertThat(newton.last()).containsExactly(solution, within(1e-10));
    Walk free = new Walk(Walk.with(new LevenbergMarquardt(), Map.of("mu", 1e-12)), LINE, 5, -7);
    assertThat(free.steps(1).last()).containsExactly(solution, within(1e-10));
  }

  /** (JᵀJ + μ I) d = −Jᵀr with JᵀJ = [4 6; 6 14] and, at 0, Jᵀr = [−12.5; −24.5]. */
  @Test
  void dampingIsThatOfTheFormula() {
    double mu = 2;
    double determinant = (4 + mu) * (14 + mu) - 36;
    double[] step = {
      ((14 + mu) * 12.5 - 6 * 24.5) / determinant, ((4 + mu) * 24.5 - 6 * 12.5) / determinant
    };
    Walk walk = new Walk(Walk.with(new LevenbergMarquardt(), Map.of("mu", mu)), LINE, 0, 0);
    assertThat(walk.steps(1).last()).containsExactly(step, within(1e-12));
    Walk natural =
        new Walk(
            Walk.with(new NaturalGradient(), Map.of("damping", mu, "learning-rate", 0.5)),
            LINE,
            0,
            0);
    assertThat(natural.steps(1).last())
        .containsExactly(new double[] {step[0] / 2, step[1] / 2}, within(1e-12));
  }

  @Test
  void dampingFallsAfterASuccessAndTheTrialStopsWhenItPassesItsLimit() {
    Walk walk = new Walk(new LevenbergMarquardt(), LINE, 5, -7).steps(1000);
    assertThat(walk.stopped).isTrue();
    assertThat(walk.last()).containsExactly(new double[] {1.4, 1.15}, within(1e-7));
    assertThat(walk.asked.get(OracleRequest.LOSS)).isLessThan(60);
  }

  /** Inside the ball conjugate gradients solve a quadratic with no more products than needed. */
  @Test
  void aTrustedQuadraticIsSolvedWithinAFewSteps() {
    Quadratic bowl = Quadratic.of(8, 50);
    Walk walk =
        new Walk(Walk.with(new NewtonCg(), Map.of("first-radius", 100.0)), bowl, new double[8]);
    walk.steps(12);
    assertThat(slope(bowl, walk.last())).isLessThan(1e-9 * slope(bowl, new double[8]));
    assertThat(walk.asked.get(OracleRequest.GRADIENT)).isLessThanOrEqualTo(13);
  }

  @Test
  void negativeCurvatureLeadsToTheBorderOfTheBall() {
    Quadratic saddle = new Quadratic(new double[][] {{1, 0}, {0, -1}}, new double[] {0, 0.1});
    Walk walk = new Walk(new NewtonCg(), saddle, 0, 0).steps(1);
    assertThat(Vectors.norm(walk.last())).isCloseTo(1, within(1e-12));
    assertThat(saddle.loss(walk.last())).isLessThan(0);
  }

  private static Stream<Arguments> prices() {
    return Stream.of(
        Arguments.of(new GradientDescentArmijo(), 45648),
        Arguments.of(new GradientDescentWolfe(), 50796),
        Arguments.of(new BarzilaiBorweinShort(), 1728),
        Arguments.of(new FletcherReeves(), 588),
        Arguments.of(new PolakRibiere(), 294),
        Arguments.of(new HagerZhang(), 372),
        Arguments.of(new Lbfgs(), 132),
        Arguments.of(new Bfgs(), 144),
        Arguments.of(new NewtonCg(), 345),
        Arguments.of(new LevenbergMarquardt(), 124),
        Arguments.of(new GaussNewton(), 62),
        Arguments.of(new NaturalGradient(), 330),
        Arguments.of(new IrpropPlus(), 14544),
        Arguments.of(new PolyakSgd(), 2868),
        Arguments.of(new AliG(), 10320));
  }

  /** From (−1.2, 1) to a loss of 1e-8, in forward-equivalents; those without a search may not. */
  @ParameterizedTest
  @MethodSource("prices")
  void theValleyIsPassedAtItsPrice(OracleOptimizer optimizer, int price) {
    Rosenbrock bowl = new Rosenbrock();
    Walk walk = new Walk(optimizer, bowl, VALLEY).until(1e-8);
    assertThat(bowl.loss(walk.last())).isLessThanOrEqualTo(1e-8);
    assertThat(walk.cost()).isLessThanOrEqualTo(price);
  }
}
