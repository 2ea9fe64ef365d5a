package io.sluice.report.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

  @ParameterizedTest
  @CsvSource({
    "3, 3",
    "3.14, 3.1",
    "-0.04, 0",
    "-0.06, -0.1",
    "-12.35, -12.3",
    "0.95, 1",
    "1e7, 10000000"
  })
  void coordinatesAreTenths(double coordinate, String text) {
    assertThat(Drawing.number(coordinate)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteHasNoPlaceOnPaper(double coordinate) {
    assertThatThrownBy(() -> Drawing.number(coordinate)).hasMessageContaining("no place on paper");
  }

  @Test
  void textsAreEscapedAndWhatXmlCannotHaveIsReplaced() {
    assertThat(Drawing.escaped("<b>&\" a\tb\u0001\uD800\uFFFF"))
        .isEqualTo("&lt;b&gt;&amp;&quot; a b\uFFFD\uFFFD\uFFFD");
    assertThat(Drawing.escaped("\uD83D\uDE00 η²")).isEqualTo("\uD83D\uDE00 η²");
  }

  @Test
  void aTextWithoutRoomIsCutAndToldWhole() {
    String svg = new Drawing().label(0, 0, "quiet", "much too long", 50).svg("t", "d", 10);
    assertThat(svg).containsPattern("<title>much too long</title>mu\\w*…</text>");
    assertThat(new Drawing().label(0, 0, "quiet", "short", 50).svg("t", "d", 10))
        .contains("<text class=\"quiet\" x=\"0\" y=\"0\">short</text>");
  }

  @Test
  void anyTextIsCutToItsRoom() {
    for (String text : Samples.AWKWARD) {
      for (double room = 0; room < 300; room += 7) {
        String shown = Lettering.shortened(text, room);
        assertThat(shown.equals(text) || Lettering.width(shown) <= Math.max(room, 13)).isTrue();
      }
    }
  }
}
