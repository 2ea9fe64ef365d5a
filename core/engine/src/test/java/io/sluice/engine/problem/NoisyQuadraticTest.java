package io.sluice.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.network.Batch;
import io.sluice.spi.BlockLayout;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoisyQuadraticTest {

  private static final int N = 6;
  private static final int ROWS = 12;

  private static ObjectiveFunction quadratic(double noise) {
    Map<String, Double> values =
        Map.of("dimensions", 1.0 * N, "rows", 1.0 * ROWS, "steep", 2.0, "noise", noise);
    return ((Problem.Minimum) Functions.problem("noisy-quadratic", values)).function();
  }

  private static double[] gradient(ObjectiveFunction function, Batch batch, double... point) {
    double[] gradients = new double[N];
    function.gradients(new BlockLayout(N, 1, 0), point, 1, batch, new double[1], gradients);
    return gradients;
  }

  @Test
  void gradientsOverTheBatchesOfAnEpochAverageToThatOverAllRows() {
    ObjectiveFunction function = quadratic(0.6);
    assertThat(function.rows()).isEqualTo(ROWS);
    double[] point = {1, -1, 0.5, 0, 2, 1};
    int[][] order = {{5, 3, 1, 0, 2, 4, 11, 9, 7, 6, 8, 10}};
    double[] sum = new double[N];
    for (int from = 0; from < ROWS; from += 3) {
      double[] part = gradient(function, new Batch(order, from, 3), point);
      assertThat(part).isNotEqualTo(gradient(function, Batch.ALL, point));
      for (int i = 0; i < N; i++) {
        sum[i] += part[i] / 4;
      }
    }
    double[] whole = gradient(function, Batch.ALL, point);
    for (int i = 0; i < N; i++) {
      assertThat(sum[i]).isCloseTo(whole[i], within(1e-12));
    }
  }

  @Test
  void withoutNoiseTheMinimumIsAtZeroAndBatchesAgree() {
    ObjectiveFunction function = quadratic(0);
    assertThat(Functions.loss(function, new double[N])).isZero();
    double[] point = {1, -1, 0.5, 0, 2, 1};
    assertThat(gradient(function, new Batch(new int[1][], 4, 2), point))
        .isEqualTo(gradient(function, Batch.ALL, point));
  }

  @Test
  void steepestAndFlattestDirectionsHaveTheSpectrum() {
    ObjectiveFunction function = quadratic(0);
    // the trace: 4 values from 0 to 1 and 2 from 30 to 60
    double trace = 0;
    for (int i = 0; i < N; i++) {
      double[] axis = new double[N];
      axis[i] = 1;
      trace += 2 * Functions.loss(function, axis);
    }
    assertThat(trace).isBetween(60.0, 124.0);
  }
}
