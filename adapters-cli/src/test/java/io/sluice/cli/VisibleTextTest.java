package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.engine.text.VisibleText;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        0, 7, 8, 0xb, 0xc, 0xd, 0x1b, 0x1f, 0x7f, 0x80, 0x85, 0x9b, 0x9f, 0xad, 0x61c, 0x200b,
        0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff, 0xd800, 0xdfff,
        0xe0041
      })
  void whatATerminalObeysOrHidesIsShown(int character) throws IOException {
    String text = "a" + new String(Character.toChars(character)) + "z";
    assertThat(VisibleText.line(text)).matches("a(\\\\u[0-9a-f]{4}|\\\\[bfr])+z");
    assertThat(written(text)).isEqualTo(VisibleText.line(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain ~",
        "größe e\u0301",
        "日本 😀",
        "\u0645\u06cc\u200c\u062e",
        "👩\u200d🔬",
        "\\u001b"
      })
  void whatIsReadStaysAsItIs(String text) throws IOException {
    assertThat(VisibleText.line(text)).isEqualTo(text);
    assertThat(written(text)).isEqualTo(text);
  }

  @Test
  void linesStayLinesUnlessOneIsWanted() throws IOException {
    assertThat(written("a\n\tb\r\n")).isEqualTo("a\n\tb\\r\n");
    assertThat(VisibleText.line("a\n\tb")).isEqualTo("a\\n\\tb");
  }

  @Test
  void aLetterMayComeInHalvesAndAHalfAloneIsShown() throws IOException {
    StringWriter out = new StringWriter();
    try (VisibleWriter writer = new VisibleWriter(out)) {
      for (char half : "😀\ud83da".toCharArray()) {
        writer.write(half);
      }
    }
    assertThat(out).hasToString("😀\\ud83da");
  }

  @Test
  void bytesBecomeTextLineByLine() {
    StringWriter out = new StringWriter();
    TextBytes bytes = new TextBytes(new java.io.PrintWriter(new VisibleWriter(out)));
    for (byte one : "größe\u001b\nrest".getBytes(StandardCharsets.UTF_8)) {
      bytes.write(one);
    }
    assertThat(out).hasToString("größe\\u001b\n");
    bytes.flush();
    assertThat(out).hasToString("größe\\u001b\nrest");
  }

  private static String written(String text) throws IOException {
    StringWriter out = new StringWriter();
    try (VisibleWriter writer = new VisibleWriter(out)) {
      writer.write(text);
    }
    return out.toString();
  }
}
