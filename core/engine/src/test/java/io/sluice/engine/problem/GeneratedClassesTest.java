package io.sluice.engine.problem;

import static io.sluice.engine.problem.Functions.data;
import static io.sluice.engine.problem.Functions.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.Dataset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneratedClassesTest {

  private static int[] counts(Dataset data, int classes) {
    int[] counts = new int[classes];
    for (int row = 0; row < data.rows(); row++) {
      counts[(int) data.output(row, 0)]++;
    }
    return counts;
  }

  @Test
  void oneHotTargetsNameTheSameClassesAsNumbers() {
    for (String id :
        List.of("two-moons", "two-spirals", "circles", "checkerboard", "parity", "latch")) {
      assertSameClasses(id, 2);
    }
    assertSameClasses("blobs", 3);
  }

  private static void assertSameClasses(String id, int classes) {
    Dataset numbers = data(id, Map.of("one-hot", 0.0));
    Dataset oneHot = data(id, Map.of("one-hot", 1.0));
    assertThat(numbers.outputs()).isEqualTo(1);
    assertThat(oneHot.outputs()).isEqualTo(classes);
    for (int row = 0; row < numbers.rows(); row++) {
      assertThat(oneHot.input(row, 0)).isEqualTo(numbers.input(row, 0));
      for (int c = 0; c < classes; c++) {
        assertThat(oneHot.output(row, c)).isEqualTo(numbers.output(row, 0) == c ? 1 : 0);
      }
    }
  }

  @Test
  void circlesHaveTheirRadii() {
    Dataset circles = data("circles", Map.of("noise", 0.0, "points", 41.0, "factor", 0.25));
    assertThat(counts(circles, 2)).containsExactly(21, 20);
    for (int row = 0; row < 41; row++) {
      assertThat(Math.hypot(circles.input(row, 0), circles.input(row, 1)))
          .isCloseTo(circles.output(row, 0) == 1 ? 0.25 : 1, within(1e-15));
    }
    assertThat(circles.input(21, 0)).isEqualTo(0.25);
    assertThat(circles.input(26, 1)).as("a quarter of a turn").isCloseTo(0.25, within(1e-15));
  }

  @Test
  void neighbouringCellsOfACheckerboardDiffer() {
    Dataset board = data("checkerboard", Map.of("points", 900.0, "cells", 3.0));
    int[][] cells = new int[3][3];
    for (int row = 0; row < 900; row++) {
      int column = (int) Math.floor((board.input(row, 0) + 1) * 1.5);
      int line = (int) Math.floor((board.input(row, 1) + 1) * 1.5);
      cells[column][line]++;
      assertThat(board.output(row, 0)).isEqualTo((column + line) % 2);
    }
    assertThat(cells)
        .isDeepEqualTo(new int[][] {{100, 100, 100}, {100, 100, 100}, {100, 100, 100}});
    assertThat(counts(board, 2)).containsExactly(500, 400);
  }

  @Test
  void parityCountsBits() {
    Dataset three = data("parity", Map.of("bits", 3.0));
    assertThat(three.rows()).isEqualTo(8);
    double[] wanted = {0, 1, 1, 0, 1, 0, 0, 1};
    for (int row = 0; row < 8; row++) {
      assertThat(three.input(row, 0) * 4 + three.input(row, 1) * 2 + three.input(row, 2))
          .isEqualTo(row);
      assertThat(three.output(row, 0)).isEqualTo(wanted[row]);
    }
    assertThat(counts(data("parity", Map.of("bits", 10.0)), 2)).containsExactly(512, 512);
  }

  @Test
  void aSampleOfParityHasNoRowTwice() {
    Dataset sample = data("parity", Map.of("bits", 6.0, "points", 50.0));
    Set<String> rows = new HashSet<>();
    for (int row = 0; row < 50; row++) {
      int ones = 0;
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 6; bit++) {
        assertThat(sample.input(row, bit)).isIn(0.0, 1.0);
        ones += (int) sample.input(row, bit);
        text.append(sample.input(row, bit));
      }
      rows.add(text.toString());
      assertThat(sample.output(row, 0)).isEqualTo(ones % 2);
    }
    assertThat(rows).hasSize(50);
    assertThatThrownBy(() -> problem("parity", Map.of("bits", 3.0, "points", 9.0)))
        .hasMessage("3 bits have 8 rows, so points is at most that and not 9");
  }

  @Test
  void blobsAreBalancedAndAsWideAsSaid() {
    Map<String, Double> values =
        Map.of("points", 20_000.0, "classes", 4.0, "dimensions", 3.0, "one-hot", 0.0);
    Dataset blobs = data("blobs", values);
    assertThat(blobs.inputs()).isEqualTo(3);
    assertThat(counts(blobs, 4)).containsOnly(5000);
    double mean = 0;
    double squares = 0;
    for (int row = 0; row < 20_000; row += 4) {
      mean += blobs.input(row, 1) / 5000;
      squares += blobs.input(row, 1) * blobs.input(row, 1) / 5000;
    }
    assertThat(mean).isBetween(-10.1, 10.1);
    assertThat(Math.sqrt(squares - mean * mean)).isCloseTo(1, within(0.05));
    assertThat(data("blobs", Map.of("spread", 0.0)).input(0, 0))
        .isEqualTo(data("blobs", Map.of("spread", 0.0)).input(3, 0))
        .isNotEqualTo(data("blobs", Map.of("spread", 0.0)).input(1, 0));
  }

  @Test
  void latchShowsItsClassFirstAndNoiseAfterwards() {
    Dataset latch = data("latch", Map.of("points", 4000.0, "length", 6.0, "signal", 2.0));
    assertThat(latch.inputs()).isEqualTo(6);
    assertThat(counts(latch, 2)).containsExactly(2000, 2000);
    double squares = 0;
    for (int row = 0; row < 4000; row++) {
      double sign = latch.output(row, 0) == 1 ? 1 : -1;
      assertThat(latch.input(row, 0)).isEqualTo(sign);
      assertThat(latch.input(row, 1)).isEqualTo(sign);
      squares += latch.input(row, 2) * latch.input(row, 2) / 4000;
    }
    assertThat(squares).as("variance of the noise").isCloseTo(0.2, within(0.02));
    assertThatThrownBy(() -> problem("latch", Map.of("length", 3.0, "signal", 4.0)))
        .hasMessage("signal must be at most length, 3, but is 4");
  }
}
