package io.sluice.engine.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  /** As wcwidth(3) of the C library adds them up. */
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "tanh, 4",
    "größe, 5",
    "gro\u0308ße, 5",
    "日本, 4",
    "한국, 4",
    "ｱ, 1",
    "Ａ, 2",
    "😀, 2",
    "█░…, 3",
    "ᄀ, 2",
    "'\u3000', 2",
    "\ud840\udc00, 2",
    "⌚, 2",
    "⌛x, 3",
    "σ_w, 3",
    "⠿, 1"
  })
  void columnsAreCountedAsATerminalShowsThem(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void aTextIsCutBetweenCharactersAndKeepsItsMarks() {
    assertThat(DisplayWidth.cut("日本", 4)).isEqualTo("日本");
    assertThat(DisplayWidth.cut("日本", 3)).isEqualTo("日");
    assertThat(DisplayWidth.cut("日本", 1)).isEmpty();
    assertThat(DisplayWidth.cut("e\u0301e", 1)).isEqualTo("e\u0301");
    assertThat(DisplayWidth.cut("abc", 0)).isEmpty();
  }
}
