package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

  @Test
  void aRisingLineGoesFromBottomLeftToTopRight() {
    List<String> lines = new Plot(-1, 1, false).lines("line", x -> x);
    assertThat(lines).hasSize(11);
    assertThat(lines.get(0)).isEqualTo("line");
    assertThat(lines.get(1)).startsWith("     0.984 |    ").endsWith(" ****");
    assertThat(lines.get(9)).isEqualTo("    -0.984 |****");
    assertThat(lines.get(10)).startsWith("            -1").endsWith(" 1");
  }

  @Test
  void aJumpIsJoinedAndAHoleStaysEmpty() {
    List<String> jump = new Plot(-1, 1, false).lines("jump", x -> x < 0 ? 0 : 1);
    for (int row = 2; row < 9; row++) {
      assertThat(jump.get(row).chars().filter(c -> c == '*')).hasSize(1);
    }
    List<String> hole =
        new Plot(-1, 1, false).lines("hole", x -> x < 0 ? Double.NaN : 1 + Math.sqrt(x));
    for (int row = 1; row < 10; row++) {
      assertThat(hole.get(row).indexOf('*')).isGreaterThanOrEqualTo(12 + 32);
    }
  }

  @Test
  void aConstantIsALineInTheMiddle() {
    List<String> lines = new Plot(-5, 5, true).lines("constant", x -> 1);
    assertThat(lines.get(5)).isEqualTo("         1 \u2502" + "\u2812".repeat(64));
    assertThat(lines.get(1)).isEqualTo("           \u2502");
  }

  @Test
  void aFunctionThatIsNowhereFiniteIsSaidToBe() {
    assertThat(new Plot(-1, 1, true).lines("none", x -> Double.NaN))
        .containsExactly("none", "  (nowhere finite)");
  }

  @Test
  void theLargestNumbersDoNotOverflow() {
    List<String> lines = new Plot(-1, 1, false).lines("steep", x -> x * Double.MAX_VALUE);
    assertThat(lines.get(9)).endsWith("|****");
  }
}
