package io.sluice.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.sluice.spi.Interval;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaActivationTest {

  private static FormulaActivation formula(String text) {
    return FormulaActivation.of("", text, Map.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "relu(x)|0",
        "relu(2 * x - 3)|1.5",
        "x * clamp(x + 3, 0, 6) / 6|-3 3",
        "x if x < -1 else x^2 if x <= 2 else 4|-1 2",
        "x if x > 0 else expm1(x)|''",
        "abs(x^2 - 2)|-1.414213562373095 1.4142135623730951",
        "step(x - 7)|7",
        "abs(x) * x|''",
        "sqrt(abs(x))|0",
        "cbrt(x)|0",
        "max(x, 0) - max(x, 0)^2 + x|0",
        "tanh(x)|''",
        "abs(x - 12345.678)|12345.678"
      })
  void kinksAreFound(String text, String kinks) {
    double[] expected =
        kinks.isEmpty()
            ? new double[0]
            : Arrays.stream(kinks.split(" ")).mapToDouble(Double::parseDouble).toArray();
    assertThat(formula(text).kinks()).containsExactly(expected);
  }

  @Test
  void kinksMoveWithTheParameters() {
    FormulaActivation activation = FormulaActivation.of("", "max(x, a)", Map.of("a", 1.0));
    assertThat(activation.kinks()).containsExactly(1);
    assertThat(activation.with(Map.of("a", -2.5)).kinks()).containsExactly(-2.5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 / (1 + exp(-x^3))|(0, 1)",
        "-tanh(x)|(-1, 1)",
        "3 * tanh(x) - 1|(-4, 2)",
        "clamp(x, -1, 2)|[-1, 2]",
        "min(max(2 * x + 1, 0), 6)|[0, 6]",
        "max(0, sinh(x))|[0, ∞)",
        "tanh(x^2)|[0, 1)",
        "exp(-x^2)|(0, 1]",
        "2 - abs(x)|(-∞, 2]",
        "sqrt(1 + x^2)|[1, ∞)",
        "log(1 + x^2)|[0, ∞)",
        "sign(x) * 3|[-3, 3]",
        "1 / (1 + abs(x))|(0, 1]",
        "x if x > 0 else expm1(x)|(-1, ∞)",
        "1.5 * (x if x > 0 else 2 * expm1(x))|(-3, ∞)",
        "x if x >= 0 else 0.5 * x|(-∞, ∞)",
        "0 if x < -3 else 1 if x > 3 else x / 6 + 0.5|[0, 1]",
        "tanh(x) if x < 1 else 2|(-1, 2]",
        "x^2 if x > 1 else 0|[0, ∞)",
        "x * tanh(x)|(-∞, ∞)",
        "1 / x|(-∞, ∞)",
        "-1 / x^2|(-∞, 0)"
      })
  void theRangeIsThatOfTheFunctionsFromXOutwards(String text, String range) {
    assertThat(formula(text).range()).hasToString(range);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a * tanh(x)|(-2, 2)|(-5, 5)|[0, 0]",
        "x if x > 0 else a * expm1(x)|(-2, ∞)|[0, ∞)|[0, ∞)",
        "max(x, -a)|[-2, ∞)|[5, ∞)|[0, ∞)",
        "tanh(x) if a > 1 else x|(-1, 1)|(-∞, ∞)|(-∞, ∞)"
      })
  void theRangeMovesWithTheParameters(String text, String ofTwo, String ofFive, String ofZero) {
    FormulaActivation activation = FormulaActivation.of("", text, Map.of("a", 2.0));
    assertThat(activation.range()).hasToString(ofTwo);
    assertThat(activation.with(Map.of("a", -5.0)).range()).hasToString(ofFive);
    assertThat(activation.with(Map.of("a", 0.0)).range()).hasToString(ofZero);
  }

  @Test
  void noValueLiesOutsideOfTheRange() {
    for (String text :
        List.of(
            "1.5 * (x if x > 0 else 2 * expm1(x))",
            "1 / (1 + abs(x))",
            "3 * tanh(x) - 1",
            "atan(2 * x - 7) / pi + 0.5",
            "log(1 + exp(x)) - 2",
            "cosh(min(x, 3))")) {
      Interval range = formula(text).range();
      for (double x = -50; x <= 50; x += 0.37) {
        double value = formula(text).value(x);
        assertThat(value)
            .isBetween(
                range.lower() - 2 * Math.ulp(range.lower()),
                range.upper() + 2 * Math.ulp(range.upper()));
      }
    }
  }

  @Test
  void slopesAtKinksAreThoseOfThePieceTaken() {
    assertThat(formula("relu(x)").slope(0)).isZero();
    assertThat(formula("x if x >= 0 else 0.5 * x").slope(0)).isEqualTo(1);
    assertThat(formula("x if x > 0 else 0.5 * x").slope(0)).isEqualTo(0.5);
    assertThat(formula("abs(x)").slope(0)).isZero();
    assertThat(formula("max(2 * x, x)").slope(0)).isEqualTo(2);
    assertThat(formula("clamp(x, -1, 1)").slope(1)).isZero();
    assertThat(formula("clamp(x, -1, 1)").slope(-1)).isZero();
  }

  @Test
  void labelsAreShort() {
    assertThat(formula("  x *\n tanh(x) ").label()).isEqualTo("{x * tanh(x)}");
    assertThat(FormulaActivation.of("mine", "x", Map.of()).label()).isEqualTo("mine");
    String one = "x" + " + sin(x)".repeat(30);
    assertThat(formula(one).label())
        .hasSizeLessThan(80)
        .isNotEqualTo(formula(one + " + x").label());
  }

  @Test
  void whatCannotBeAnActivationIsRefused() {
    assertThatThrownBy(() -> formula("pi^2")).hasMessage("the formula does not depend on x");
    assertThatThrownBy(() -> formula("x - x")).hasMessage("the formula does not depend on x");
    assertThatThrownBy(() -> FormulaActivation.of("", "x * alpha", Map.of("alpha", 1.0, "b", 2.0)))
        .hasMessage("the formula does not use \"b\"");
    assertThatThrownBy(() -> FormulaActivation.of("", "a * x", Map.of("a", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FormulaActivation.of("No", "x", Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void blocksAllocateNothing() {
    FormulaActivation activation =
        FormulaActivation.of("", "x * tanh(log(1 + exp(a * x)))", Map.of("a", 1.5));
    int length = 1000;
    double[] x = new double[length];
    Arrays.setAll(x, i -> i % 100 == 0 ? 1e300 : i * 0.01 - 5);
    double[] y = new double[length];
    double[] slope = new double[length];
    double[][] parameters = {new double[length]};
    double[][] slopesBy = {new double[length]};
    Arrays.fill(parameters[0], 1.5);
    Runnable work =
        () -> {
          activation.values(x, y, 0, length);
          activation.valuesAndSlopes(x, y, slope, 0, length);
          activation.valuesAndSlopes(x, parameters, y, slope, slopesBy, 0, length);
        };
    repeat(work, 100);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(thread);
    repeat(work, 1000);
    assertThat(threads.getThreadAllocatedBytes(thread) - before).isLessThan(1000);
  }

  private static void repeat(Runnable work, int times) {
    for (int i = 0; i < times; i++) {
      work.run();
    }
  }

  @Test
  void manyThreadsMayUseOne() throws Exception {
    FormulaActivation activation = formula("sin(x) * exp(-abs(x)) + x / (1 + x^2)");
    double[] x = new double[2000];
    Arrays.setAll(x, i -> i * 0.01 - 10);
    double[] expected = new double[x.length];
    activation.values(x, expected, 0, x.length);
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      List<Future<double[]>> results = new ArrayList<>();
      for (int task = 0; task < 40; task++) {
        results.add(
            workers.submit(
                () -> {
                  double[] y = new double[x.length];
                  activation.values(x, y, 0, x.length);
                  return y;
                }));
      }
      for (Future<double[]> result : results) {
        assertThat(result.get()).containsExactly(expected);
      }
    } finally {
      workers.shutdown();
    }
  }
}
