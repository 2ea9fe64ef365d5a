package io.sluice.optimizers.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large the noise is, step by step and in the long run. */
class NoisySgdTest {

  private static final int PARAMETERS = 4000;

  /** A function without slope, so that weights move by noise alone. */
  private static final Bowl FLAT =
      new Bowl() {
        @Override
        public double loss(double[] x) {
          return 0;
        }

        @Override
        public void gradient(double[] x, double[] gradient) {}
      };

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.55, 2})
  void varianceFallsByThePowerOfTheStep(double power) {
    Map<String, Double> values = Map.of("learning-rate", 0.5, "variance", 9.0, "power", power);
    Walk walk = new Walk(Walk.with(new NoisySgd(), values), FLAT, new double[PARAMETERS]);
    for (int step = 1; step <= 6; step++) {
      double[] before = walk.last();
      double[] after = walk.steps(1).last();
      double squares = 0;
      for (int p = 0; p < PARAMETERS; p++) {
        squares += (after[p] - before[p]) * (after[p] - before[p]);
      }
      double expected = 0.25 * 9 / StrictMath.pow(step, power);
      // The variance of a mean square is 2 / n of its square: five deviations.
      assertThat(squares / PARAMETERS / expected).isCloseTo(1, within(5 * Math.sqrt(2.0 / 4000)));
    }
  }

  @Test
  void withoutNoiseItIsGradientDescent() {
    Bowl.Rosenbrock valley = new Bowl.Rosenbrock();
    Map<String, Double> values = Map.of("learning-rate", 0.001, "variance", 0.0);
    Walk walk = new Walk(Walk.with(new NoisySgd(), values), valley, -1.2, 1).steps(5);
    double[] expected = {-1.2, 1};
    double[] gradient = new double[2];
    for (int step = 0; step < 5; step++) {
      valley.gradient(expected, gradient);
      Vectors.move(expected, -0.001, gradient, expected);
    }
    assertThat(walk.last()).containsExactly(expected);
  }

  /** Welling and Teh 2011: with 2/η of variance, weights of w²/2 come to have the variance 1. */
  @Test
  void langevinDynamicsSampleTheBowl() {
    Bowl bowl =
        new Bowl() {
          @Override
          public double loss(double[] x) {
            return Vectors.dot(x, x) / 2;
          }

          @Override
          public void gradient(double[] x, double[] gradient) {
            Vectors.copy(x, gradient);
          }
        };
    double rate = 0.02;
    Map<String, Double> values = Map.of("learning-rate", rate, "variance", 2 / rate, "power", 0.0);
    Walk walk = new Walk(Walk.with(new NoisySgd(), values), bowl, new double[PARAMETERS]);
    double[] weights = walk.steps(400).last();
    // Of a step η the variance is 1 / (1 − η/2).
    double expected = 1 / (1 - rate / 2);
    assertThat(Vectors.dot(weights, weights) / PARAMETERS / expected)
        .isCloseTo(1, within(5 * Math.sqrt(2.0 / 4000)));
  }
}
