package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativeTest {

  private static final double STEP = 0x1p-13;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  /** Each seed is a formula that has all the names, tried at many points away from jumps. */
  @ParameterizedTest
  @MethodSource("seeds")
  void slopesAreThoseOfTheValues(long seed) {
    String text = new RandomFormulas(seed).next(4) + " + x * a - b";
    FormulaActivation activation = activation(text, 0.75, -0.5);
    Random random = new Random(seed);
    int compared = 0;
    for (int i = 0; i < 200; i++) {
      double[] at = {
        6 * random.nextDouble() - 3, 3 * random.nextDouble() - 1, 3 * random.nextDouble() - 2
      };
      for (int by = 0; by < 3; by++) {
        compared += compare(text, activation, at, by) ? 1 : 0;
      }
    }
    assertThat(compared).as("points compared").isGreaterThan(200);
  }

  private static boolean compare(String text, FormulaActivation activation, double[] at, int by) {
    double narrow = difference(activation, at, by, STEP);
    double wide = difference(activation, at, by, 2 * STEP);
    double value = value(activation, at, by, 0);
    double parameters[] = {at[1], at[2]};
    double slope =
        by == 0
            ? activation.slope(at[0], parameters)
            : activation.slopeBy(by - 1, at[0], parameters);
    double scale = 1 + Math.abs(slope) + Math.abs(value);
    // Where the two differences differ there is a jump, or the numbers are too large to tell.
    if (!(Math.abs(narrow - wide) <= 1e-3 * scale) || Math.abs(value) > 1e6) {
      return false;
    }
    assertThat(Math.abs(slope - narrow))
        .as(
            "slope of %s by %d at %s: %s, by differences %s",
            text, by, List.of(at[0], at[1], at[2]), slope, narrow)
        .isLessThanOrEqualTo(1e-6 * scale + 4 * Math.abs(narrow - wide));
    return true;
  }

  private static double difference(FormulaActivation activation, double[] at, int by, double h) {
    return (value(activation, at, by, h) - value(activation, at, by, -h)) / (2 * h);
  }

  private static double value(FormulaActivation activation, double[] at, int by, double h) {
    double[] moved = at.clone();
    moved[by] += h;
    return activation.value(moved[0], new double[] {moved[1], moved[2]});
  }

  /** What values and slopes there are does not depend on how they are asked for. */
  @ParameterizedTest
  @MethodSource("seeds")
  void everyWayOfAskingGivesTheSameBits(long seed) {
    String text = new RandomFormulas(seed).next(5) + " + x * a - b";
    FormulaActivation activation = activation(text, 0.75, -0.5);
    double[] x = new double[300];
    Random random = new Random(seed);
    for (int i = 0; i < x.length; i++) {
      x[i] = i % 50 == 0 ? i * 1e200 : 20 * random.nextGaussian();
    }
    double[] y = new double[x.length];
    double[] slope = new double[x.length];
    activation.valuesAndSlopes(x, y, slope, 0, x.length);
    double[] values = new double[x.length];
    activation.values(x, values, 0, x.length);
    double[] parameters = {0.75, -0.5};
    for (int i = 0; i < x.length; i++) {
      same(text, x[i], y[i], activation.value(x[i]));
      same(text, x[i], y[i], activation.value(x[i], parameters));
      same(text, x[i], y[i], values[i]);
      same(text, x[i], slope[i], activation.slope(x[i]));
      same(text, x[i], slope[i], activation.slope(x[i], parameters));
    }
  }

  private static void same(String text, double x, double one, double other) {
    assertThat(Double.doubleToLongBits(one))
        .as("%s at %s: %s and %s", text, x, one, other)
        .isEqualTo(Double.doubleToLongBits(other));
  }

  private static FormulaActivation activation(String text, double a, double b) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("a", a);
    values.put("b", b);
    return FormulaActivation.of("", text, values);
  }

  /** 1 - tanh² and its like would be zero here. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tanh(x)|30|3.502604305078608e-26",
        "1 / (1 + exp(-x))|40|4.248354255291589e-18",
        "x * sigmoid(x)|-800|0",
        "x * sigmoid(x)|1e300|1",
        "0.5 * x * (1 + tanh(0.8 * (x + 0.04 * x^3)))|1e200|1",
        "x^2 / (1 + x^2)|1e200|0",
        "x / sqrt(1 + x^2)|1e8|1e-24",
        "x / (1 + abs(x))|1e12|9.99999999998e-25",
        "x * exp(-x)|1e5|0"
      })
  void tailsOfSlopesAreRight(String text, double x, double slope) {
    double found = FormulaActivation.of("", text, Map.of()).slope(x);
    assertThat(Math.abs(found - slope)).isLessThanOrEqualTo(1e-12 * Math.abs(slope) + 1e-150);
  }

  @Test
  void sharedPartsDoNotMultiply() {
    String text = "x";
    for (int i = 0; i < 40; i++) {
      text = "tanh(" + text + " + 0.5)";
    }
    FormulaActivation.of("", text, Map.of());
    String product = "(1 + x)" + " * (1 + sin(x))".repeat(60);
    assertThat(FormulaActivation.of("", product, Map.of()).slope(0.5)).isFinite();
    String towers = "x" + " + abs(sin((1 + x)^16^2) * cos(99 * x))".repeat(30);
    assertThat(FormulaActivation.of("", towers, Map.of()).kinks()).hasSizeLessThan(257);
  }
}
