package io.sluice.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.study.Dataset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  private static Dataset targets(double[]... rows) {
    return Dataset.of(new double[rows.length][1], rows);
  }

  private static double[] row(double... numbers) {
    return numbers;
  }

  private static Optional<Accuracy> accuracy(Loss loss, double[]... targets) {
    return Accuracy.of(loss, targets(targets));
  }

  @Test
  void softmaxIsRightWhereTheGreatestOutputIs() {
    Accuracy accuracy =
        accuracy(Loss.SOFTMAX_CROSS_ENTROPY, row(0, 1, 0), row(0.2, 0.3, 0.5)).orElseThrow();
    assertThat(accuracy.most()).isEqualTo(1);
    assertThat(accuracy.right(row(-3, -1, -2), row(0, 1, 0), 0, 1)).isEqualTo(1);
    assertThat(accuracy.right(row(-3, -1, 2), row(0, 1, 0), 0, 1)).isZero();
    assertThat(accuracy.right(row(0, 0, 9), row(0.2, 0.3, 0.5), 0, 1)).isEqualTo(1);
    assertThat(accuracy.right(row(1, 1, 1), row(1, 0, 0), 0, 1)).as("first of equals").isEqualTo(1);
    assertThat(accuracy.right(row(1, 1, 1), row(0, 1, 0), 0, 1)).as("first of equals").isZero();
    assertThat(accuracy.right(row(Double.NaN, 1, 1), row(1, 0, 0), 0, 1)).isZero();
    assertThat(accuracy.right(row(1, 0, Double.NaN), row(1, 0, 0), 0, 1)).isZero();
    double[] twoLanes = row(9, -3, 9, -1, 9, -2);
    assertThat(accuracy.right(twoLanes, row(0, 0, 1, 1, 0, 0), 1, 2)).as("a lane").isEqualTo(1);
    assertThat(accuracy.right(twoLanes, row(0, 1, 1, 0, 0, 0), 1, 2)).as("a lane").isZero();
  }

  @Test
  void softmaxNeedsOneGreatestTarget() {
    assertThat(accuracy(Loss.SOFTMAX_CROSS_ENTROPY, row(0.4, 0.4, 0.2))).isEmpty();
    assertThat(accuracy(Loss.SOFTMAX_CROSS_ENTROPY, row(0.2, 0.4, 0.4))).isEmpty();
    assertThat(accuracy(Loss.SOFTMAX_CROSS_ENTROPY, row(0.3, 0.3, 0.4))).isPresent();
  }

  @Test
  void yesAndNoAreOnEitherSideOfZero() {
    Accuracy accuracy = accuracy(Loss.BINARY_CROSS_ENTROPY, row(0, 1), row(1, 1)).orElseThrow();
    assertThat(accuracy.most()).isEqualTo(2);
    assertThat(accuracy.right(row(-0.1, 0.1), row(0, 1), 0, 1)).isEqualTo(2);
    assertThat(accuracy.right(row(0.4, 0.1), row(0, 1), 0, 1)).isEqualTo(1);
    assertThat(accuracy.right(row(0, 0), row(0, 1), 0, 1)).as("0 is no").isEqualTo(1);
    assertThat(accuracy.right(row(Double.NaN, Double.NaN), row(0, 1), 0, 1)).isZero();
    assertThat(accuracy(Loss.BINARY_CROSS_ENTROPY, row(0, 0.9))).isEmpty();
  }

  @Test
  void twoNumbersAreClassesPartedInTheMiddle() {
    Accuracy accuracy = accuracy(Loss.MSE, row(-1), row(3)).orElseThrow();
    assertThat(accuracy.right(row(1.1), row(3), 0, 1)).isEqualTo(1);
    assertThat(accuracy.right(row(0.9), row(3), 0, 1)).isZero();
    assertThat(accuracy.right(row(0.9), row(-1), 0, 1)).isEqualTo(1);
    assertThat(accuracy.right(row(1), row(-1), 0, 1)).as("the middle is low").isEqualTo(1);
    assertThat(accuracy.right(row(1), row(3), 0, 1)).as("the middle is low").isZero();
    assertThat(accuracy(Loss.huber(2), row(5), row(5), row(6))).isPresent();
    assertThat(accuracy(Loss.MAE, row(1), row(2), row(3))).isEmpty();
    assertThat(accuracy(Loss.MAE, row(1), row(1))).isEmpty();
  }
}
