package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Share;
import io.sluice.report.Figure;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** What holds of every drawing, of usual and of awkward numbers and names. */
class DrawingsTest {

  private static final double[] NUMBERS = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0, -1, 1e-320, 1e308, 5, 5
  };

  private static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.linear("<b>&\""),
          Quantity.logarithmic("cost"),
          Quantity.share("share"),
          Quantity.rank("rank"));

  static List<Figure> all() {
    List<Figure> all = new ArrayList<>(Samples.all());
    for (int count : new int[] {0, 1, 2, 9}) {
      all.addAll(awkward(count));
    }
    all.add(
        Samples.heatMap(Samples.names(234, i -> "a" + i), Samples.names(60, i -> "o" + i), Map.of())
            .figure());
    all.add(Samples.criticalDifference(57, 12).figure());
    all.add(Samples.criticalDifference(20, Double.NaN).figure());
    all.add(Samples.criticalDifference(5, 99).figure());
    all.add(Samples.survival(11).figure());
    all.add(Samples.forest(100).figure());
    return all;
  }

  private static List<Figure> awkward(int count) {
    List<String> names = Samples.names(count, i -> Samples.AWKWARD.get(i % 6));
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double number = NUMBERS[i];
      estimates.add(Estimate.withoutInterval(number));
      estimates.add(new Estimate(number, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }
    List<Figure> figures = new ArrayList<>();
    List<Bars.Bar> bars = new ArrayList<>();
    List<Forest.Row> rows = new ArrayList<>();
    List<CriticalDifference.Contender> contenders = new ArrayList<>();
    List<HeatMap.Cell> cells = new ArrayList<>();
    List<Curves.Line> lines = new ArrayList<>();
    List<Strips.Group> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Estimate estimate = estimates.get(2 * i % estimates.size() + i % 2);
      bars.add(new Bars.Bar(names.get(i), estimate, NUMBERS[i]));
      rows.add(new Forest.Row(names.get(i), estimate));
      contenders.add(new CriticalDifference.Contender(names.get(i), NUMBERS[i]));
      cells.add(new HeatMap.Cell(new Share(i, 9), estimate, estimate, estimate));
      List<Curves.Point> points = new ArrayList<>();
      for (int j = 0; j < estimates.size(); j++) {
        points.add(new Curves.Point(NUMBERS[j % NUMBERS.length], estimates.get(j)));
      }
      lines.add(new Curves.Line(names.get(i), points, NUMBERS[3], NUMBERS[7]));
      groups.add(new Strips.Group(names.get(i), NUMBERS));
    }
    figures.add(new Bars("bars", "<b>&\"", "share", List.of(new Bars.Group("", bars))).figure());
    figures.add(new Bars("bars", "none", "share", List.of()).figure());
    figures.add(new CriticalDifference("ranks", "<b>&\"", contenders, 1, List.of(names)).figure());
    figures.add(CriticalDifference.of("ranks", "<b>&\"", contenders, 1).figure());
    for (Metric metric : Metric.values()) {
      figures.add(heatMap(names, List.of("<b>&\""), cells, metric));
      figures.add(heatMap(List.of("<b>&\""), names, cells, metric));
    }
    for (Quantity quantity : QUANTITIES) {
      figures.add(new Forest("forest", "<b>&\"", quantity, rows).figure());
      figures.add(new Strips("strips", "<b>&\"", quantity, groups).figure());
      for (Quantity other : QUANTITIES) {
        for (Curves.Shape shape : Curves.Shape.values()) {
          for (Curves.Layout layout : Curves.Layout.values()) {
            figures.add(
                new Curves("curves", "<b>&\"", quantity, other, shape, layout, lines).figure());
          }
        }
      }
    }
    return figures;
  }

  private static Figure heatMap(
      List<String> rows, List<String> columns, List<HeatMap.Cell> cells, Metric first) {
    HeatMap.View view = new HeatMap.View(Map.of(), cells);
    return new HeatMap(
            "heat", "<b>&\"", "row", rows, "column", columns, Map.of(), List.of(view), first)
        .figure();
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("all")
  void itIsWellFormedAndNamedAndItsCoordinatesAreNumbers(Figure figure) {
    Element svg = parsed(figure.svg());
    assertThat(svg.getAttribute("role")).isEqualTo("img");
    assertThat(svg.getAttribute("viewBox")).matches("0 0 [\\d.]+ [\\d.]+");
    assertThat(svg.getElementsByTagName("title").item(0).getParentNode()).isSameAs(svg);
    assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo(figure.caption());
    assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isNotBlank();
    assertThat(figure.svg().replaceAll(">[^<]*<", "><")).doesNotContain("NaN", "Infinity", "E-");
    // Colours are classes, so that a page can be light or dark.
    assertThat(figure.svg()).doesNotContain("fill=", "stroke=", "style=");
  }

  @Test
  void theSameNumbersGiveTheSameBytes() {
    List<Figure> first = all();
    List<Figure> second = all();
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i).svg().equals(second.get(i).svg())).isTrue();
      assertThat(first.get(i).views().equals(second.get(i).views())).isTrue();
    }
  }

  @Test
  void namesAreShownAsTheyAre() {
    String name = "<b>&\"";
    Stream.of(
            new Bars(
                    "bars",
                    "c",
                    "q",
                    List.of(
                        new Bars.Group("", List.of(new Bars.Bar(name, Samples.around(0.3, 1))))))
                .figure(),
            new Forest(
                    "forest",
                    "c",
                    Quantity.linear("q"),
                    List.of(new Forest.Row(name, Samples.around(3, 1))))
                .figure(),
            new Strips(
                    "strips",
                    "c",
                    Quantity.linear("q"),
                    List.of(new Strips.Group(name, new double[] {1})))
                .figure(),
            Curves.survival(
                    "curves",
                    "c",
                    "q",
                    List.of(
                        new Curves.Line(
                            name, List.of(new Curves.Point(3, Samples.around(0.3, 1))))))
                .figure(),
            Samples.heatMap(List.of(name), List.of("x"), Map.of()).figure())
        .forEach(figure -> assertThat(texts(parsed(figure.svg()))).contains(name));
  }

  private static List<String> texts(Element svg) {
    List<String> texts = new ArrayList<>();
    var found = svg.getElementsByTagName("text");
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    return texts;
  }

  /** The root of a text of XML. */
  static Element parsed(String svg) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(svg)))
          .getDocumentElement();
    } catch (Exception malformed) {
      throw new AssertionError(svg.substring(0, Math.min(3000, svg.length())), malformed);
    }
  }
}
