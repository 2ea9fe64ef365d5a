package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.analysis.Estimate;
import io.sluice.report.figure.Curves.Line;
import io.sluice.report.figure.Curves.Point;
import io.sluice.report.figure.Curves.Shape;
import io.sluice.report.figure.Quantity.Spacing;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

  private static final Scale X = new Scale(Spacing.LINEAR, 0, 3, 0, 300);
  private static final Scale Y = new Scale(Spacing.LINEAR, 0, 1, 100, 0);
  private static final List<Point> POINTS =
      List.of(
          new Point(0, new Estimate(0.2, 0.1, 0.3)),
          new Point(1, new Estimate(0.5, 0.4, 0.6)),
          new Point(3, new Estimate(0.9, 0.8, 1)));

  @Test
  void linesGoStraightAndStepsHoldAValueUntilTheNext() {
    assertThat(new Trace(POINTS, X, Y, Shape.LINES).line()).isEqualTo("M0 80L100 50L300 10");
    assertThat(new Trace(POINTS, X, Y, Shape.STEPS).line())
        .isEqualTo("M0 80L100 80L100 50L300 50L300 10");
  }

  @Test
  void aBandGoesAlongTheUpperEdgeAndBackAlongTheLower() {
    assertThat(new Trace(POINTS, X, Y, Shape.LINES).band())
        .isEqualTo("M0 70L100 40L300 0L300 20L100 60L0 90Z");
    assertThat(new Trace(POINTS, X, Y, Shape.STEPS).band())
        .isEqualTo("M0 70L100 70L100 40L300 40L300 0L300 20L300 60L100 60L100 90L0 90Z");
  }

  @Test
  void aLineIsBrokenWhereThereIsNoValueAndABandWhereThereIsNoInterval() {
    List<Point> broken =
        List.of(
            POINTS.get(0),
            POINTS.get(1),
            new Point(2, Estimate.withoutInterval(Double.POSITIVE_INFINITY)),
            POINTS.get(2));
    Trace trace = new Trace(broken, X, Y, Shape.LINES);
    assertThat(trace.line()).isEqualTo("M0 80L100 50M300 10");
    assertThat(trace.band()).isEqualTo("M0 70L100 40L100 60L0 90Z");
  }

  @Test
  void whatIsNotAboveZeroHasNoPlaceOnALogarithmicScale() {
    Scale ratios = new Scale(Spacing.LOGARITHMIC, 1, 100, 0, 200);
    List<Point> points =
        List.of(POINTS.get(0), new Point(10, new Estimate(0, 0, 0.1)), POINTS.get(2));
    assertThat(new Trace(points, ratios, Y, Shape.LINES).points()).hasSize(2);
    Scale losses = new Scale(Spacing.LOGARITHMIC, 0.1, 1, 100, 0);
    assertThat(new Trace(points, X, losses, Shape.LINES).line()).doesNotContain("L300 100");
  }

  @Test
  void curvesBeyondTheMostAreToldInWordsAndInTheTable() {
    assertThat(Samples.survival(6).figure().svg()).doesNotContain("more in the table");
    assertThat(Samples.survival(9).figure().svg()).contains("and 3 more in the table");
    assertThat(Samples.survival(9).figure().data().rows()).hasSize(9 * 60);
  }

  @Test
  void theBestRankIsAtTheTop() {
    Quantity rank = Quantity.rank("rank");
    assertThat(Samples.rankFlips().figure().svg()).contains("rank");
    Scale scale = rank.scale(new double[] {2, 5}, 10, 100);
    assertThat(scale.at(1)).isEqualTo(10);
    assertThat(scale.at(5)).isEqualTo(100);
  }

  @Test
  void everyContenderHasAPanelWithItsGoodInterval() {
    String svg = Samples.sensitivity().figure().svg();
    assertThat(svg.split("good from 0.005 to 0.03", -1)).hasSize(5);
    assertThat(svg).contains("adam at 0.01: ");
  }

  @Test
  void anIntervalGoesUp() {
    assertThatThrownBy(() -> new Line("adam", List.of(), 2, 1)).hasMessageContaining("2.0 to 1.0");
    assertThatThrownBy(() -> new Line("adam", List.of(), 2, Double.NaN))
        .hasMessageContaining("NaN");
  }
}
