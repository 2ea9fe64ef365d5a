package io.sluice.engine.problem;

import static io.sluice.engine.problem.Functions.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.sluice.engine.study.Dataset;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class DataProblemTest {

  private static String text(Dataset data) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < data.rows(); row++) {
      for (int i = 0; i < data.inputs(); i++) {
        text.append(data.input(row, i)).append(' ');
      }
      text.append(data.output(row, 0)).append('\n');
    }
    return text.toString();
  }

  @Test
  void singleExampleIsOneHalfAtOne() {
    assertThat(text(data("single-example", Map.of()))).isEqualTo("1.0 0.5\n");
    assertThat(text(data("single-example", Map.of("y", 3.0)))).isEqualTo("1.0 3.0\n");
  }

  @Test
  void xorIsHighWhereTheInputsDiffer() {
    Dataset xor = data("xor", Map.of("low", 0.25, "high", 0.75));
    assertThat(xor.rows()).isEqualTo(4);
    for (int row = 0; row < 4; row++) {
      boolean differ = xor.input(row, 0) != xor.input(row, 1);
      assertThat(xor.output(row, 0)).isEqualTo(differ ? 0.75 : 0.25);
      assertThat(xor.input(row, 0) * 2 + xor.input(row, 1)).isEqualTo(row);
    }
  }

  @Test
  void curvesAreEvenlySpacedAndFollowTheirFormula() {
    assertCurve("sin3x", x -> StrictMath.sin(3 * x));
    assertCurve("abs", Math::abs);
    assertCurve("cubic", x -> x * x * x - x);
  }

  private static void assertCurve(String id, DoubleUnaryOperator formula) {
    assertThat(data(id, Map.of()).rows()).isEqualTo(32);
    Dataset curve = data(id, Map.of("points", 9.0, "limit", 2.0));
    assertThat(curve.rows()).isEqualTo(9);
    for (int row = 0; row < 9; row++) {
      assertThat(curve.input(row, 0)).isEqualTo(-2 + 0.5 * row);
      assertThat(curve.output(row, 0)).isEqualTo(formula.applyAsDouble(-2 + 0.5 * row));
    }
  }

  @Test
  void classesAreBalanced() {
    for (String id : new String[] {"two-moons", "two-spirals"}) {
      assertThat(ones(data(id, Map.of()))).isEqualTo(50);
      Dataset odd = data(id, Map.of("points", 7.0));
      assertThat(odd.rows()).isEqualTo(7);
      assertThat(odd.inputs()).isEqualTo(2);
      assertThat(ones(odd)).isEqualTo(3);
      assertThat(data(id, Map.of("points", 2.0)).rows()).isEqualTo(2);
    }
  }

  private static int ones(Dataset data) {
    int ones = 0;
    for (int row = 0; row < data.rows(); row++) {
      assertThat(data.output(row, 0)).isIn(0.0, 1.0);
      ones += (int) data.output(row, 0);
    }
    return ones;
  }

  @Test
  void oneSeedGivesTheSamePointsAndAnotherGivesOthers() {
    for (String id : new String[] {"two-moons", "two-spirals"}) {
      String first = text(data(id, Map.of("seed", 5.0)));
      assertThat(text(data(id, Map.of("seed", 5.0)))).isEqualTo(first);
      assertThat(text(data(id, Map.of("seed", 6.0)))).isNotEqualTo(first);
    }
  }

  @Test
  void moonsWithoutNoiseLieOnTheirHalfCircles() {
    Dataset moons = data("two-moons", Map.of("noise", 0.0, "points", 40.0));
    for (int row = 0; row < 40; row++) {
      boolean second = moons.output(row, 0) == 1;
      double x = moons.input(row, 0) - (second ? 1 : 0);
      double y = moons.input(row, 1) - (second ? 0.5 : 0);
      assertThat(Math.hypot(x, y)).isCloseTo(1, within(1e-15));
      assertThat(second ? -y : y).isGreaterThanOrEqualTo(0);
    }
  }

  @Test
  void spiralsWithoutNoiseAreEachOthersOpposite() {
    Dataset spirals = data("two-spirals", Map.of("noise", 0.0, "points", 40.0, "turns", 2.0));
    for (int row = 0; row < 20; row++) {
      assertThat(spirals.input(row, 0)).isEqualTo(-spirals.input(row + 20, 0));
      assertThat(spirals.input(row, 1)).isEqualTo(-spirals.input(row + 20, 1));
      assertThat(Math.hypot(spirals.input(row, 0), spirals.input(row, 1)))
          .isCloseTo(row / 19.0, within(1e-15));
    }
    assertThat(spirals.input(19, 0)).as("two whole turns").isCloseTo(1, within(1e-12));
  }

  @Test
  void noiseHasItsStandardDeviation() {
    Map<String, Double> values = Map.of("points", 10_000.0, "noise", 0.3);
    Dataset noisy = data("two-moons", values);
    Dataset clean = data("two-moons", Map.of("points", 10_000.0, "noise", 0.0));
    double squares = 0;
    for (int row = 0; row < 10_000; row++) {
      for (int i = 0; i < 2; i++) {
        double move = noisy.input(row, i) - clean.input(row, i);
        squares += move * move / 20_000;
      }
    }
    assertThat(Math.sqrt(squares)).isCloseTo(0.3, within(0.01));
  }
}
