package io.sluice.engine.problem;

import static io.sluice.engine.problem.Functions.function;
import static io.sluice.engine.problem.Functions.loss;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ObjectiveFunctionTest {

  private static final double EXACT = 1e-11;

  private static void golden(String id, double x, double y, double value) {
    assertThat(loss(function(id, "copies", 1), x, y)).isCloseTo(1 - value, within(EXACT));
  }

  @Test
  void hillyHasItsPublishedValues() {
    golden("hilly", -1.4809053654574758, 0.6254111843389699, 1);
    golden("hilly", 1.3200361419666748, 1.9993728393766546, 0);
    golden("hilly", 0, 0, 0.142582533785);
    golden("hilly", 1, -2, 0.167294349885);
    golden("hilly", 0.5, -0.5, 0.667412205912);
  }

  @Test
  void forestHasItsPublishedValues() {
    golden("forest", -40.840704496667314, -41.982297150257104, 1);
    golden("forest", -42.298857369038501, -45.9956119113080675, 0);
    golden("forest", -41, -43, 0.180022382215);
    golden("forest", -42, -43.5, 0.203923912867);
    golden("forest", -40.2, -46, 0.422482818927);
  }

  @Test
  void megacityHasThirteenthsAsValues() {
    golden("megacity", -3.1357545740179393, 2.006136371058429, 1);
    golden("megacity", -9.5, -7.5, 0);
    golden("megacity", -6, 0, 1 / 13.0);
    golden("megacity", -3.2, 2.1, 9 / 13.0);
    golden("megacity", -4, -8, 1 / 13.0);
  }

  @Test
  void extremesAreReachedAtOnePointOnly() {
    assertExtremes("hilly", 1.3200361419666748, 1.9993728393766546, 1);
    assertExtremes("hilly", -1.4809053654574758, 0.6254111843389699, 0);
    assertExtremes("forest", -42.298857369038501, -45.9956119113080675, 1);
    assertExtremes("forest", -40.840704496667314, -41.982297150257104, 0);
  }

  private static void assertExtremes(String id, double x, double y, double extreme) {
    ObjectiveFunction function = function(id, "copies", 1);
    for (double step : new double[] {-1e-3, 1e-3}) {
      for (double near : new double[] {loss(function, x + step, y), loss(function, x, y + step)}) {
        assertThat(near).isNotEqualTo(extreme).isBetween(0.0, 1.0);
      }
    }
  }

  @Test
  void boxesOfThePlanarFunctionsAlternate() {
    assertBox("hilly", -3, 3, -3, 3);
    assertBox("forest", -43.5, -39, -47.35, -40);
    assertBox("megacity", -10, -2, -10.5, 10);
  }

  private static void assertBox(String id, double... box) {
    ObjectiveFunction function = function(id, "copies", 3);
    assertThat(function.dimensions()).isEqualTo(6);
    for (int d = 0; d < 6; d++) {
      assertThat(function.lower(d)).isEqualTo(box[d % 2 * 2]);
      assertThat(function.upper(d)).isEqualTo(box[d % 2 * 2 + 1]);
    }
  }

  @Test
  void copiesAreAveraged() {
    ObjectiveFunction two = function("hilly", "copies", 2);
    ObjectiveFunction one = function("hilly", "copies", 1);
    assertThat(loss(two, 0, 0, 0.5, -0.5))
        .isCloseTo((loss(one, 0, 0) + loss(one, 0.5, -0.5)) / 2, within(1e-15));
  }

  @Test
  void pointsOutsideTheBoxHaveTheWorstLoss() {
    ObjectiveFunction function = function("hilly", "copies", 2);
    assertThat(loss(function, 0.5, -0.5, 3.0001, 0)).isEqualTo(1);
    assertThat(loss(function, 0.5, -0.5, 0, Double.NaN)).isEqualTo(1);
    assertThat(loss(function, 0.5, -0.5, 3, -3)).isLessThan(1);
  }

  @Test
  void gradientsAreZeroOutsideTheBox() {
    ObjectiveFunction function = function("hilly", "copies", 2);
    BlockLayout layout = new BlockLayout(4, 2, 0);
    double[] points = {0.5, 0.5, -0.5, -0.5, 1, 3.5, 1, 1};
    double[] gradients = layout.newBlock();
    function.gradients(layout, points, 2, new double[2], gradients);
    for (int p = 0; p < 4; p++) {
      assertThat(gradients[layout.row(p)]).isNotZero();
      assertThat(gradients[layout.row(p) + 1]).isZero();
    }
  }

  @Test
  void onlyMegacityHasNoGradient() {
    assertThat(function("megacity", "copies", 1).hasGradient()).isFalse();
    assertThat(function("forest", "copies", 1).hasGradient()).isTrue();
    assertThat(function("hilly", "copies", 1).hasGradient()).isTrue();
    assertThat(function("sphere", "dimensions", 1).hasGradient()).isTrue();
  }

  @Test
  void classicFunctionsHaveTheirMinimumZero() {
    double[] ones = {1, 1, 1, 1};
    assertThat(loss(function("sphere", "dimensions", 4), 0, 0, 0, 0)).isZero();
    assertThat(loss(function("rosenbrock", "dimensions", 4), ones)).isZero();
    assertThat(loss(function("rastrigin", "dimensions", 4), 0, 0, 0, 0)).isZero();
    assertThat(loss(function("ackley", "dimensions", 4), 0, 0, 0, 0)).isZero();
  }

  @Test
  void classicFunctionsHaveTheValuesOfTheirFormulas() {
    assertThat(loss(function("sphere", "dimensions", 2), 3, -4)).isEqualTo(25);
    assertThat(loss(function("rosenbrock", "dimensions", 3), 1, 2, 3)).isEqualTo(100 + 100 + 1);
    assertThat(loss(function("rastrigin", "dimensions", 2), 0.5, 1)).isCloseTo(21.25, within(1e-9));
    double radius = Math.sqrt((0.25 + 4) / 2);
    double ackley = 20 * (1 - Math.exp(-0.2 * radius)) + Math.E - Math.exp((-1 + 1) / 2.0);
    assertThat(loss(function("ackley", "dimensions", 2), 0.5, 2)).isCloseTo(ackley, within(1e-12));
  }

  @Test
  void gradientsMatchFiniteDifferences() {
    assertGradient(function("hilly", "copies", 2), 1e-6);
    assertGradient(function("forest", "copies", 2), 1e-5);
    assertGradient(function("sphere", "dimensions", 3), 1e-7);
    assertGradient(function("rosenbrock", "dimensions", 4), 1e-7);
    assertGradient(function("rastrigin", "dimensions", 3), 1e-7);
    assertGradient(function("ackley", "dimensions", 3), 1e-7);
  }

  @Test
  void gradientsOfTheSuiteMatchFiniteDifferences() {
    for (int number = 1; number <= 24; number++) {
      if (number != 7 && number != 23) {
        assertGradient(BbobFunction.of(number, 4, 3), number == 16 ? 1e-8 : 1e-6, 1e-3);
      }
    }
  }

  /** Its kinks lie 1e-10 apart, so that some differences go across one. */
  @Test
  void mostSlopesOfKatsuurasFunctionMatchFiniteDifferences() {
    BbobFunction function = BbobFunction.of(23, 3, 1);
    RandomStream random = new RandomStream(5);
    double[] x = new double[3];
    double[] g = new double[3];
    int near = 0;
    for (int round = 0; round < 100; round++) {
      for (int d = 0; d < 3; d++) {
        x[d] = random.nextDouble(-5, 5);
      }
      function.gradient(x, g);
      for (int d = 0; d < 3; d++) {
        double off = central(function, x, d, 3e-12) - g[d];
        near += Math.abs(off) < 0.02 * scale(g[d]) ? 1 : 0;
      }
    }
    assertThat(near).isGreaterThan(200);
  }

  private static void assertGradient(ObjectiveFunction function, double tolerance) {
    assertGradient(function, 1e-4, tolerance);
  }

  private static void assertGradient(ObjectiveFunction function, double h, double tolerance) {
    int n = function.dimensions();
    RandomStream random = new RandomStream(5);
    BlockLayout layout = new BlockLayout(n, 4, 3);
    for (int round = 0; round < 50; round++) {
      double[] points = layout.newBlock();
      for (int d = 0; d < n; d++) {
        for (int lane = 0; lane < 4; lane++) {
          points[layout.row(d) + lane] =
              random.nextDouble(function.lower(d) + 0.01, function.upper(d) - 0.01);
        }
      }
      double[] gradients = layout.newBlock();
      Arrays.fill(gradients, 99);
      double[] losses = new double[4];
      function.gradients(layout, points, 3, losses, gradients);
      for (int lane = 0; lane < 3; lane++) {
        double[] x = new double[n];
        for (int d = 0; d < n; d++) {
          x[d] = points[layout.row(d) + lane];
        }
        assertThat(losses[lane]).isEqualTo(loss(function, x));
        double rounding = 8 * Math.ulp(losses[lane]) / h;
        for (int d = 0; d < n; d++) {
          double slope = gradients[layout.row(d) + lane];
          assertThat(slope)
              .isCloseTo(
                  difference(function, x, d, h), within(tolerance * scale(slope) + rounding));
        }
      }
      assertThat(gradients[layout.row(0) + 3]).as("a lane not in use").isEqualTo(99);
    }
  }

  private static double scale(double slope) {
    return Math.max(1, Math.abs(slope));
  }

  /** Richardson's extrapolation of two central differences. */
  private static double difference(ObjectiveFunction function, double[] x, int d, double h) {
    return (4 * central(function, x, d, h / 2) - central(function, x, d, h)) / 3;
  }

  private static double central(ObjectiveFunction function, double[] x, int d, double h) {
    double[] above = x.clone();
    double[] below = x.clone();
    above[d] += h;
    below[d] -= h;
    return (loss(function, above) - loss(function, below)) / (above[d] - below[d]);
  }
}
