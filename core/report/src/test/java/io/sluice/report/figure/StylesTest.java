package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StylesTest {

  @Test
  void aDrawingByItselfHasItsColoursForLightAndDarkWrittenOut() {
    String svg = Styles.standalone(Samples.bars().figure().svg());
    assertThat(DrawingsTest.parsed(svg).getElementsByTagName("style").getLength()).isEqualTo(1);
    assertThat(svg)
        .doesNotContain("var(", "light-dark(")
        .contains(".figure text { fill: #17242b; font-size: 14px; }")
        .containsSubsequence(
            ".figure .s1 { color: #0072b2; }",
            "@media (min-width: 40rem) {\n  .figure:not(.wide) text { font-size: 11.5px; }\n}",
            "@media (prefers-color-scheme: dark) {",
            ".figure .s1 { color: #56a8dd; }");
    assertThat(svg.chars().filter(mark -> mark == '{').count())
        .isEqualTo(svg.chars().filter(mark -> mark == '}').count());
  }

  @Test
  void everyClassOfADrawingHasItsLook() {
    Set<String> used = new TreeSet<>();
    DrawingsTest.all()
        .forEach(
            figure ->
                Pattern.compile("class=\"([^\"]*)\"")
                    .matcher(figure.svg())
                    .results()
                    .forEach(found -> used.addAll(List.of(found.group(1).split(" ")))));
    // These are for the script, or for texts that look like any.
    used.removeAll(List.of("cells", "key", "row-name", "column-name", "by", "start", ""));
    for (String name : used) {
      assertThat(Styles.figures()).containsPattern("\\." + name + "\\b");
    }
  }

  @Test
  void textsOnCellsCanBeReadOnEveryColour() {
    String css = Styles.figures();
    for (int step = 0; step < Metric.STEPS; step++) {
      String ground = found(css, "\\.figure \\.h" + step + " \\{ fill: (#[0-9a-f]{6})");
      String ink = found(css, "\\.h" + step + " text[^{]*\\{ fill: (#[0-9a-f]{6})");
      assertThat(contrast(ink, ground)).as("step " + step).isGreaterThan(4.5);
    }
  }

  @Test
  void everyStepIsLighterThanTheOneBefore() {
    double before = -1;
    for (int step = 0; step < Metric.STEPS; step++) {
      double next =
          luminance(found(Styles.figures(), "\\.figure \\.h" + step + " \\{ fill: (#[0-9a-f]{6})"));
      assertThat(next).isGreaterThan(before);
      before = next;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void linesAndTextsCanBeToldFromTheGroundInBothThemes(int theme) {
    String ground = colour("ground", theme);
    assertThat(contrast(colour("ink", theme), ground)).isGreaterThan(7);
    assertThat(contrast(colour("quiet", theme), ground)).isGreaterThan(4.5);
    for (int series = 1; series <= Series.MOST; series++) {
      assertThat(contrast(colour("series-" + series, theme), ground))
          .as("series " + series)
          .isGreaterThan(3);
    }
  }

  @Test
  void thePageNeedsNoNetwork() {
    for (String text : List.of(Styles.figures(), Styles.page(), Styles.script())) {
      assertThat(text).doesNotContain("://", "@import", "url(", "fetch(", "import ");
      // The text may stand in an element of a page.
      assertThat(text).doesNotContain("</");
    }
  }

  private static String colour(String name, int theme) {
    Pattern pattern = Pattern.compile("--" + name + ": light-dark\\((#\\w+), (#\\w+)\\)");
    MatchResult pair = pattern.matcher(Styles.figures()).results().findFirst().orElseThrow();
    return pair.group(1 + theme);
  }

  private static String found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().findFirst().orElseThrow().group(1);
  }

  /** The contrast of the Web Content Accessibility Guidelines, from 1 to 21. */
  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double luminance = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
      luminance +=
          weights[i] * (part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
    }
    return luminance;
  }
}
