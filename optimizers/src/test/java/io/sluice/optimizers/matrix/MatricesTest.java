package io.sluice.optimizers.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.GradientState;
import io.sluice.spi.RandomStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What these optimizers do with a matrix of two rows and three columns, and two biases. */
class MatricesTest {

  private static final int LANES = TwoGroups.LANES;
  private static final int WEIGHTS = TwoGroups.WEIGHTS;

  private static GradientOptimizer with(GradientOptimizer optimizer, String name, double value) {
    Map<String, Double> values = new HashMap<>();
    optimizer.hyperparameters().forEach(each -> values.put(each.name(), each.value()));
    values.put(name, value);
    return optimizer.with(values);
  }

  /** The first update of a lane with these slopes. */
  private static double[] update(GradientOptimizer optimizer, double... slopes) {
    TwoGroups memory = new TwoGroups(optimizer);
    BlockLayout layout = memory.layout();
    GradientState state = optimizer.start(memory);
    double[] weights = layout.newBlock();
    double[] gradients = layout.newBlock();
    Arrays.fill(weights, 0.5);
    for (int p = 0; p < WEIGHTS; p++) {
      gradients[layout.row(p) + 1] = slopes[p];
    }
    state.update(1, LANES, weights, gradients);
    double[] update = new double[WEIGHTS];
    for (int p = 0; p < WEIGHTS; p++) {
      update[p] = gradients[layout.row(p) + 1];
    }
    return update;
  }

  private static double dot(double[] update, int row, int other) {
    double sum = 0;
    for (int k = 0; k < 3; k++) {
      sum += update[3 * row + k] * update[3 * other + k];
    }
    return sum;
  }

  @Test
  void manyStepsOfNewtonAndSchulzMakeRowsOrthogonal() {
    // With these coefficients the steps converge: s ← 1.5 s − 0.5 s³.
    GradientOptimizer muon = with(with(with(new Muon(), "a", 1.5), "b", -0.5), "c", 0);
    muon = with(with(muon, "iterations", 40), "learning-rate", 1);
    RandomStream random = new RandomStream(3);
    for (int round = 0; round < 20; round++) {
      double[] slopes = new double[WEIGHTS];
      Arrays.setAll(slopes, p -> random.nextGaussian());
      double[] update = update(muon, slopes);
      assertThat(dot(update, 0, 0)).isCloseTo(1, within(1e-12));
      assertThat(dot(update, 1, 1)).isCloseTo(1, within(1e-12));
      assertThat(dot(update, 0, 1)).isCloseTo(0, within(1e-12));
      double descent = 0;
      for (int p = 0; p < 6; p++) {
        descent += update[p] * slopes[p];
      }
      assertThat(descent).isNegative();
    }
  }

  @Test
  void fiveStepsBringSingularValuesNearOne() {
    double[] update = update(with(new Muon(), "learning-rate", 1), 3, 0, 0, 0, 0.2, 0, 1, -1);
    assertThat(Math.abs(update[0])).isBetween(0.6, 1.3);
    assertThat(Math.abs(update[4])).isBetween(0.6, 1.3);
    assertThat(update[1]).isZero();
  }

  @Test
  void whatIsNoMatrixFollowsAdam() {
    double[] update = update(new Muon(), 1, 2, 3, 4, 5, 6, 2, -0.001);
    assertThat(update[6]).isCloseTo(-3e-4, within(1e-12));
    assertThat(update[7]).isCloseTo(3e-4, within(1e-9));
  }

  @Test
  void squaresOfAMatrixAreThoseOfItsRowsTimesThoseOfItsColumns() {
    // |g| = a_i b_j is such a product, so that every update has the same size.
    double[] update = update(new Adafactor(), 1, -2, 4, 3, 6, -12, 1, -1);
    for (int p = 1; p < 6; p++) {
      assertThat(Math.abs(update[p])).isCloseTo(Math.abs(update[0]), within(1e-15));
    }
    // The root mean square of the weights is 0.5, the rate 0.01.
    assertThat(update[0]).isCloseTo(-0.005, within(1e-15));
    assertThat(update[1]).isPositive();
  }

  @Test
  void longUpdatesAreCut() {
    double[] update = update(with(new Adafactor(), "clip", 0.5), 1, -2, 4, 3, 6, -12, 1, -1);
    assertThat(update[0]).isCloseTo(-0.0025, within(1e-15));
  }

  @Test
  void zeroSlopesMoveNothing() {
    for (GradientOptimizer each :
        new GradientOptimizer[] {
          new Muon(), new Adafactor(), new Shampoo(), new Soap(), new AdaShift()
        }) {
      for (double moved : update(each, 0, 0, 0, 0, 0, 0, 0, 0)) {
        assertThat(moved).isZero();
      }
    }
  }

  @Test
  void neroKeepsRowsCentredAndOfNormOne() {
    double[] update = update(new Nero(), 1, 2, -3, 0.5, 0, 7, 2, -1);
    for (int row = 0; row < 2; row++) {
      double sum = 0;
      double squares = 0;
      for (int k = 0; k < 3; k++) {
        double weight = 0.5 + update[3 * row + k];
        sum += weight;
        squares += weight * weight;
      }
      assertThat(sum).isCloseTo(0, within(1e-12));
      assertThat(squares).isCloseTo(1, within(1e-3));
    }
    // Biases move by a share of their mean size.
    assertThat(update[6]).isCloseTo(-0.005, within(1e-10));
    assertThat(update[7]).isCloseTo(0.005, within(1e-10));
  }

  @Test
  void sidesThatAreTooLongAreLeftAlone() {
    GradientOptimizer none = with(with(new Shampoo(), "largest", 1), "learning-rate", 1);
    double[] slopes = {1, 2, -3, 0.5, 0, 7, 2, -1};
    double[] update = update(none, slopes);
    for (int p = 0; p < WEIGHTS; p++) {
      assertThat(update[p]).isEqualTo(-slopes[p]);
    }
    // The rows, and both biases, but not the three columns.
    double[] rows = update(with(none, "largest", 2), slopes);
    assertThat(rows[0]).isNotEqualTo(-1);
    assertThat(Math.abs(rows[6])).isLessThan(1.0001);
  }
}
