package io.sluice.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.loss.Loss;
import io.sluice.engine.network.Batch;
import io.sluice.engine.network.LayerShape;
import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.Recurrent;
import io.sluice.engine.network.RecurrentCell;
import io.sluice.engine.plan.Task;
import io.sluice.engine.study.Dataset;
import io.sluice.engine.support.Scalar;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.TrainableActivation.Sharing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** An LSTM with a linear read-out against numbers of 60 digits. */
class LongShortTermTest {

  private static final MathContext DIGITS = new MathContext(60);
  private static final BigDecimal TINY = new BigDecimal("1e-20");
  private static final int UNITS = 2;
  private static final int INPUTS = 2;
  private static final int STEPS = 5;

  private static final double[][] X = {
    {0.5, -1, 0.25, 1, -0.75, 0.125, 1.5, -0.5, 0.0625, 0.375},
    {-1.25, 0.5, 0, 0.75, 1, -0.25, 0.625, 0.875, -0.375, 1}
  };
  private static final double[][] Y = {{0.5}, {-0.25}};

  private static BigDecimal exp(BigDecimal x) {
    BigDecimal small = x.divide(BigDecimal.valueOf(64), DIGITS);
    BigDecimal term = BigDecimal.ONE;
    BigDecimal sum = term;
    for (int i = 1; i < 60; i++) {
      term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(i), DIGITS);
      sum = sum.add(term, DIGITS);
    }
    return sum.pow(64, DIGITS);
  }

  private static BigDecimal sigmoid(BigDecimal x) {
    return BigDecimal.ONE.divide(BigDecimal.ONE.add(exp(x.negate())), DIGITS);
  }

  private static BigDecimal tanh(BigDecimal x) {
    BigDecimal two = BigDecimal.valueOf(2);
    return two.multiply(sigmoid(two.multiply(x)), DIGITS).subtract(BigDecimal.ONE, DIGITS);
  }

  /**
   * W of 8 × 2, U of 8 × 2, 8 biases, then the read-out; rows are keep, input, output, candidate.
   */
  private static BigDecimal loss(List<BigDecimal> weights) {
    BigDecimal total = BigDecimal.ZERO;
    for (int row = 0; row < X.length; row++) {
      BigDecimal[] h = {BigDecimal.ZERO, BigDecimal.ZERO};
      BigDecimal[] c = h.clone();
      for (int step = 0; step < STEPS; step++) {
        BigDecimal[] sums = new BigDecimal[4 * UNITS];
        for (int r = 0; r < sums.length; r++) {
          sums[r] = weights.get(32 + r);
          for (int i = 0; i < INPUTS; i++) {
            BigDecimal x = new BigDecimal(X[row][step * INPUTS + i]);
            sums[r] = sums[r].add(weights.get(r * INPUTS + i).multiply(x), DIGITS);
            sums[r] = sums[r].add(weights.get(16 + r * UNITS + i).multiply(h[i]), DIGITS);
          }
        }
        BigDecimal[] next = new BigDecimal[UNITS];
        for (int i = 0; i < UNITS; i++) {
          BigDecimal kept = sigmoid(sums[i]).multiply(c[i], DIGITS);
          c[i] = kept.add(sigmoid(sums[2 + i]).multiply(tanh(sums[6 + i])), DIGITS);
          next[i] = sigmoid(sums[4 + i]).multiply(tanh(c[i]), DIGITS);
        }
        h = next;
      }
      BigDecimal output = weights.get(42);
      for (int i = 0; i < UNITS; i++) {
        output = output.add(weights.get(40 + i).multiply(h[i]), DIGITS);
      }
      BigDecimal error = output.subtract(new BigDecimal(Y[row][0]));
      total = total.add(error.multiply(error), DIGITS);
    }
    return total.divide(BigDecimal.valueOf(X.length), DIGITS);
  }

  private static double slope(List<BigDecimal> weights, int parameter) {
    List<BigDecimal> moved = new ArrayList<>(weights);
    moved.set(parameter, weights.get(parameter).add(TINY));
    BigDecimal above = loss(moved);
    moved.set(parameter, weights.get(parameter).subtract(TINY));
    BigDecimal below = loss(moved);
    return above.subtract(below).divide(TINY.add(TINY), DIGITS).doubleValue();
  }

  @Test
  void lossAndGradientAreThoseOfExactArithmetic() {
    LayerShape layer =
        new LayerShape(
            INPUTS * STEPS,
            UNITS,
            true,
            OptionalDouble.empty(),
            false,
            List.of(Recurrent.plain(RecurrentCell.LSTM, INPUTS)),
            Scalar.tanh(),
            Sharing.FIXED,
            null);
    NetworkShape network = new NetworkShape(List.of(layer, LayerShape.dense(UNITS, 1, true, null)));
    Task.Fit task = new Task.Fit(Dataset.of(X, Y), network, Loss.MSE);
    BlockLayout layout = new BlockLayout(43, 1, 0);
    assertThat(task.parameters()).isEqualTo(43);
    double[] weights = layout.newBlock();
    List<BigDecimal> exact = new ArrayList<>();
    for (int p = 0; p < 43; p++) {
      weights[layout.row(p)] = (p * 37 % 41 - 20) / 16.0;
      exact.add(new BigDecimal(weights[layout.row(p)]));
    }
    NetworkObjective objective = new NetworkObjective(task, 1);
    objective.bind(0, task, 0, null);
    double[] losses = new double[1];
    double[] gradients = layout.newBlock();
    objective.gradients(0, layout, weights, 1, Batch.ALL, losses, gradients);
    double right = loss(exact).doubleValue();
    assertThat(losses[0]).isCloseTo(right, within(1e-14 * right));
    double[] slopes = new double[43];
    Arrays.setAll(slopes, p -> slope(exact, p));
    double largest = Arrays.stream(slopes).map(Math::abs).max().getAsDouble();
    assertThat(Arrays.stream(slopes).allMatch(slope -> slope != 0)).isTrue();
    for (int p = 0; p < 43; p++) {
      assertThat(gradients[layout.row(p)])
          .as("parameter %d", p)
          .isCloseTo(slopes[p], within(1e-15 * largest));
    }
  }
}
