package io.sluice.optimizers.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.optimizers.Sgd;
import io.sluice.spi.OracleOptimizer;
import io.sluice.spi.OracleRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The weights are averages of where gradient descent was. */
class AveragesTest {

  private static final double RATE = 1e-3;
  private static final int STEPS = 40;

  /** Where plain gradient descent is after each step. */
  private static double[][] plain() {
    double[][] places = new double[STEPS + 1][];
    places[0] = new double[] {-1.2, 1};
    double[] slopes = new double[2];
    for (int step = 1; step <= STEPS; step++) {
      places[step] = places[step - 1].clone();
      new Bowl.Rosenbrock().gradient(places[step], slopes);
      for (int p = 0; p < 2; p++) {
        places[step][p] -= RATE * slopes[p];
      }
    }
    return places;
  }

  private static Walk walk(OracleOptimizer optimizer, Map<String, Double> values) {
    return new Walk(Walk.with(optimizer, values), new Bowl.Rosenbrock(), -1.2, 1).steps(STEPS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.99})
  void theMovingAverageWeighsEachStepByItsAge(double decay) {
    double[][] places = plain();
    Walk walk =
        walk(new WeightEma().around(new Sgd()), Map.of("decay", decay, "learning-rate", RATE));
    for (int step = 1; step <= STEPS; step++) {
      double[] sum = new double[2];
      double weights = 0;
      for (int i = 1; i <= step; i++) {
        double weight = StrictMath.pow(decay, step - i);
        weights += weight;
        for (int p = 0; p < 2; p++) {
          sum[p] += weight * places[i][p];
        }
      }
      double[] expected = {sum[0] / weights, sum[1] / weights};
      assertThat(walk.steps.get(step)).containsExactly(expected, within(1e-13));
    }
    assertThat(walk.asked).containsOnlyKeys(OracleRequest.GRADIENT);
    assertThat(walk.asked.get(OracleRequest.GRADIENT)).isEqualTo(STEPS);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "10, 1", "10, 4", "39, 1", "40, 1"})
  void thePlainMeanBeginsAfterTheStartAndTakesEverySoManyth(int start, int every) {
    double[][] places = plain();
    Walk walk =
        walk(
            new StochasticWeightAveraging().around(new Sgd()),
            Map.of("start", (double) start, "every", (double) every, "learning-rate", RATE));
    for (int step = 1; step <= STEPS; step++) {
      double[] expected = places[step];
      if (step > start) {
        expected = new double[2];
        int taken = 0;
        for (int i = start + 1; i <= step; i += every) {
          taken++;
          expected[0] += places[i][0];
          expected[1] += places[i][1];
        }
        expected = new double[] {expected[0] / taken, expected[1] / taken};
      }
      assertThat(walk.steps.get(step)).containsExactly(expected, within(1e-13));
    }
  }

  @Test
  void withoutAScheduleTheMeanOfAllStepsIsKept() {
    Walk walk =
        walk(new ScheduleFree().around(new Sgd()), Map.of("beta", 0.0, "learning-rate", RATE));
    double[] sum = new double[2];
    double[][] places = plain();
    for (int step = 1; step <= STEPS; step++) {
      sum[0] += places[step][0];
      sum[1] += places[step][1];
      double[] expected = {sum[0] / step, sum[1] / step};
      assertThat(walk.steps.get(step)).containsExactly(expected, within(1e-13));
    }
  }
}
