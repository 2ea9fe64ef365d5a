package io.sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CharacterPlotTest {

  private static final int PARTS = 200;

  private static List<String> lines(
      double from, double to, boolean unicode, DoubleUnaryOperator curve) {
    List<double[]> points =
        IntStream.rangeClosed(0, PARTS)
            .mapToDouble(i -> (from * (PARTS - i) + to * i) / PARTS)
            .mapToObj(x -> new double[] {x, curve.applyAsDouble(x)})
            .toList();
    return CharacterPlot.lines(Panel.curve("title", from, to, points), unicode);
  }

  @Test
  void aRisingLineGoesFromBottomLeftToTopRight() {
    List<String> lines = lines(-1, 1, false, x -> x);
    assertThat(lines).hasSize(11);
    assertThat(lines.get(0)).isEqualTo("  title");
    assertThat(lines.get(1)).startsWith("         1 |    ").endsWith("****");
    assertThat(lines.get(9)).isEqualTo("        -1 |*****");
    assertThat(lines.get(10)).startsWith("            -1").endsWith(" 1");
  }

  @Test
  void aJumpIsJoinedAndAHoleStaysEmpty() {
    List<String> jump = lines(-1, 1, false, x -> x < 0 ? 0 : 1);
    for (int row = 2; row < 9; row++) {
      assertThat(jump.get(row).chars().filter(c -> c == '*').count()).isBetween(1L, 2L);
    }
    List<String> hole = lines(-1, 1, false, x -> x < 0 ? Double.NaN : 1 + Math.sqrt(x));
    for (int row = 1; row < 10; row++) {
      assertThat(hole.get(row).indexOf('*')).isGreaterThanOrEqualTo(12 + 31);
    }
  }

  @Test
  void aConstantIsALineInTheMiddle() {
    List<String> lines = lines(-5, 5, true, x -> 1);
    assertThat(lines.get(5)).isEqualTo("         1 \u2502" + "\u2824".repeat(64));
    assertThat(lines.get(1)).isEqualTo("           \u2502");
  }

  @Test
  void aFunctionThatIsNowhereFiniteIsSaidToBe() {
    assertThat(lines(-1, 1, true, x -> Double.NaN))
        .containsExactly("  title", "  (nowhere finite)");
  }

  @Test
  void theLargestNumbersDoNotOverflow() {
    List<String> lines = lines(-1, 1, false, x -> x * Double.MAX_VALUE);
    assertThat(lines.get(1)).endsWith("****");
    assertThat(lines.get(9)).endsWith("|*****");
  }

  @Test
  void marksStandOnTopAndWhatIsOutsideIsLeftOut() {
    Panel panel =
        new Panel(
            "path",
            -2,
            2,
            -1,
            3,
            List.of(new double[] {-1, 1}, new double[] {1, 1}, new double[] {1e9, 1e12}),
            List.of(new Panel.Mark('o', -1, 1), new Panel.Mark('x', 1e9, 1e12)));
    String drawn = String.join("\n", CharacterPlot.lines(panel, false));
    assertThat(drawn).contains("o***").doesNotContain("x");
  }
}
