package io.sluice.engine.problem;

import static io.sluice.engine.problem.Functions.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.Dataset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The expected numbers are those that the publishers of the data give. */
class MeasuredProblemsTest {

  private static int[] classes(Dataset data) {
    int[] counts = new int[data.outputs()];
    for (int row = 0; row < data.rows(); row++) {
      double sum = 0;
      for (int o = 0; o < data.outputs(); o++) {
        assertThat(data.output(row, o)).isIn(0.0, 1.0);
        sum += data.output(row, o);
        counts[o] += (int) data.output(row, o);
      }
      assertThat(sum).isEqualTo(1);
    }
    return counts;
  }

  private static void assertColumn(
      Dataset data, int column, double least, double greatest, double mean, double tolerance) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int row = 0; row < data.rows(); row++) {
      low = Math.min(low, data.input(row, column));
      high = Math.max(high, data.input(row, column));
      sum += data.input(row, column);
    }
    assertThat(low).isEqualTo(least);
    assertThat(high).isEqualTo(greatest);
    assertThat(sum / data.rows()).isCloseTo(mean, within(tolerance));
  }

  @Test
  void irisIsFishers() {
    Dataset iris = data("iris", Map.of());
    assertThat(classes(iris)).containsExactly(50, 50, 50);
    assertThat(iris.inputs()).isEqualTo(4);
    assertColumn(iris, 0, 4.3, 7.9, 5.84, 0.005);
    assertColumn(iris, 1, 2.0, 4.4, 3.05, 0.01);
    assertColumn(iris, 2, 1.0, 6.9, 3.76, 0.005);
    assertColumn(iris, 3, 0.1, 2.5, 1.20, 0.005);
    assertThat(iris.input(34, 3)).as("0.1 in a copy that is not Fisher's").isEqualTo(0.2);
    assertThat(iris.input(37, 1)).as("3.1 in a copy that is not Fisher's").isEqualTo(3.6);
  }

  @Test
  void wineHasThreeCultivars() {
    Dataset wine = data("wine", Map.of());
    assertThat(classes(wine)).containsExactly(59, 71, 48);
    assertThat(wine.inputs()).isEqualTo(13);
    assertColumn(wine, 12, 278, 1680, 746, 1);
    assertColumn(wine, 4, 70, 162, 99.7, 0.05);
  }

  @Test
  void breastCancerIsBenignFirst() {
    Dataset tumours = data("breast-cancer", Map.of());
    assertThat(classes(tumours)).containsExactly(357, 212);
    assertThat(tumours.inputs()).isEqualTo(30);
    assertColumn(tumours, 0, 6.981, 28.11, 14.127, 0.001);
    Dataset numbers = data("breast-cancer", Map.of("one-hot", 0.0));
    assertThat(numbers.outputs()).isEqualTo(1);
    assertThat(numbers.output(0, 0)).as("malignant").isEqualTo(1);
  }

  @Test
  void digitsAreTheirOwnClasses() {
    Dataset digits = data("digits", Map.of());
    assertThat(digits.rows()).isEqualTo(1797);
    assertThat(classes(digits)).containsExactly(178, 182, 177, 183, 181, 182, 181, 179, 174, 180);
    Dataset numbers = data("digits", Map.of("one-hot", 0.0));
    for (int row = 0; row < 10; row++) {
      assertThat(numbers.output(row, 0)).isEqualTo(row);
    }
    for (int pixel = 0; pixel < 64; pixel++) {
      assertThat(digits.input(0, pixel)).isBetween(0.0, 16.0);
    }
  }
}
