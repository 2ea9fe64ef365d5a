package io.sluice.engine.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The functions of the suite against values of its own program, from the files {@code bbob-*.csv}
 * of the folder of {@code -Dsluice.oracle=DIR}, preset: this module's fixture. The tolerance is
 * 1e-10 of the value, or of 1 if it is smaller.
 */
class BbobOracleTest {

  private static final double TOLERANCE = 1e-10;

  @TestFactory
  Stream<DynamicTest> valuesAreThoseOfTheSuite() throws IOException {
    Map<String, List<String[]>> problems = new TreeMap<>();
    for (Path file : files()) {
      for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
        String[] row = line.split(",");
        String name = "function " + row[0] + ", dimensions " + row[1] + ", instance " + row[2];
        problems.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
      }
    }
    assertThat(problems).isNotEmpty();
    return problems.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> agrees(each.getValue())));
  }

  private static List<Path> files() throws IOException {
    Path folder = Path.of(System.getProperty("sluice.oracle", "src/test/resources/oracle"));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("bbob-.*\\.csv"))
          .sorted()
          .toList();
    }
  }

  private static void agrees(List<String[]> rows) {
    int number = Integer.parseInt(rows.get(0)[0]);
    int dimensions = Integer.parseInt(rows.get(0)[1]);
    int instance = Integer.parseInt(rows.get(0)[2]);
    BbobFunction function = BbobFunction.of(number, dimensions, instance);
    double least = BbobInstance.of(number, dimensions, instance).least();
    for (String[] row : rows) {
      double value = Double.parseDouble(row[4]);
      assertThat(least).isEqualTo(Double.parseDouble(row[5]));
      assertThat(function.value(point(Integer.parseInt(row[3]), dimensions)) + least)
          .as("point %s", row[3])
          .isCloseTo(value, within(TOLERANCE * Math.max(1, Math.abs(value))));
    }
  }

  /** The points at which the values were taken. */
  private static double[] point(int number, int dimensions) {
    double[] x = new double[dimensions];
    for (int k = 0; k < dimensions; k++) {
      x[k] =
          switch (number) {
            case 0 -> 0;
            case 1 -> 1 + 0.5 * k / dimensions;
            case 2 -> -3.7 + 0.61 * k - 7 * Math.floor(0.61 * k / 7);
            case 3 -> (k % 2 == 0 ? 1 : -1) * (5 + 0.125 * (k % 5));
            default -> throw new IllegalArgumentException("no point " + number);
          };
    }
    return x;
  }

  @Test
  void lossIsZeroAtTheMinimumAndNowhereElse() {
    for (int number = 1; number <= 24; number++) {
      for (int dimensions : new int[] {2, 5, 20}) {
        for (int instance : new int[] {1, 7, 110}) {
          BbobFunction function = BbobFunction.of(number, dimensions, instance);
          double[] x = function.minimum();
          assertThat(function.value(x)).as("function %d", number).isBetween(-1e-13, 1e-13);
          x[0] *= 0.9;
          assertThat(function.value(x)).as("function %d", number).isGreaterThan(1e-8);
        }
      }
    }
  }

  @Test
  void onlyTheStepEllipsoidHasNoGradient() {
    for (int number = 1; number <= 24; number++) {
      assertThat(BbobFunction.of(number, 3, 1).hasGradient()).isEqualTo(number != 7);
    }
  }
}
