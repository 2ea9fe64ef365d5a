package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.spi.Activation;
import io.sluice.spi.Interval;
import java.io.StringReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class CurveDrawingTest {

  @Test
  void aKinkIsACornerOfTheCurveAJumpOfTheSlopeAndADot() {
    // From 0 to 3 and a margin of 6 %: zero lies at 970 - 930 * 6/112, three at 40 + 930 * 6/112.
    assertThat(CurveDrawing.of(Drawn.relu()))
        .contains("d=\"M260 920l650 0 413 -880\"")
        .contains("d=\"M260 920l650 0M910 643l650 0\"")
        .contains("<circle cx=\"910\" cy=\"920\"")
        .contains(">−5</text>", ">5</text>", ">0</text>", ">3</text>");
  }

  @Test
  void aJumpIsAGapAndTheDotSaysWhichSideIsTaken() {
    assertThat(CurveDrawing.of(Drawn.step()))
        .contains("d=\"M260 920l650 0M910 90l650 0\"")
        .contains("<circle cx=\"910\" cy=\"90\"");
  }

  @Test
  void aStraightLineHasTwoEndsAndLeavesAtTheEdges() {
    List<String> paths = paths(CurveDrawing.of(Drawn.identity()));
    assertThat(paths.get(2)).matches("M\\d+ 970l\\d+ -930");
  }

  @Test
  void theCurveStaysInsideTheFrameAndNearTheFunction() {
    CurveFrame frame = new CurveFrame(CurveWindow.of(Drawn.sine(2)));
    String path = Strokes.path(frame, Drawn.sine(2)::value, new double[0]);
    long x = 0;
    long y = 0;
    for (MatchResult pair : pairs(path)) {
      x += Long.parseLong(pair.group(1));
      y += Long.parseLong(pair.group(2));
      double at = -5 + 10.0 * (x - CurveFrame.LEFT) / (CurveFrame.RIGHT - CurveFrame.LEFT);
      // Half a unit of rounding to the side moves a steep sine by less than two units.
      assertThat((double) y)
          .isBetween(
              frame.y(Drawn.sine(2).value(at)) - 2.5, frame.y(Drawn.sine(2).value(at)) + 2.5);
      assertThat(y).isBetween((long) CurveFrame.TOP, (long) CurveFrame.BOTTOM);
    }
    assertThat(x).isEqualTo(CurveFrame.RIGHT);
  }

  @Test
  void whatIsNowhereANumberIsAxesAlone() {
    assertThat(paths(CurveDrawing.of(Drawn.undefined()))).hasSize(1);
  }

  @Test
  void everyDrawingIsSmallAndWellFormed() {
    Stream.of(
            Drawn.identity(),
            Drawn.relu(),
            Drawn.step(),
            Drawn.constant(0),
            Drawn.constant(-1e300),
            Drawn.sine(1),
            Drawn.sine(30),
            Drawn.sine(100),
            Drawn.exponential(),
            Drawn.cubeRoot(),
            Drawn.undefined(),
            pole())
        .forEach(CurveDrawingTest::assertSmallAndWellFormed);
  }

  private static Activation pole() {
    return new Drawn.Curve("pole", x -> 1 / x, x -> -1 / (x * x), Interval.REALS, 0);
  }

  private static void assertSmallAndWellFormed(Activation activation) {
    String drawing = CurveDrawing.of(activation);
    assertThat(drawing.length()).as(activation.id()).isLessThan(3000);
    assertThat(drawing).doesNotContain("NaN").doesNotContain("Infinity");
    try {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(drawing)));
    } catch (Exception malformed) {
      throw new AssertionError(drawing, malformed);
    }
  }

  private static List<String> paths(String drawing) {
    return Pattern.compile(" d=\"([^\"]*)\"")
        .matcher(drawing)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static List<MatchResult> pairs(String path) {
    return Pattern.compile("(-?\\d+) (-?\\d+)").matcher(path).results().toList();
  }
}
