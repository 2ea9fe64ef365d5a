package io.sluice.cli;

import io.sluice.engine.text.VisibleText;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Lets a terminal have visible characters, line feeds and tabulators only. */
final class VisibleWriter extends FilterWriter {

  /** The first half of a pair whose second half is still to come, or 0. */
  private char half;

  VisibleWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    char next = (char) one;
    if (half != 0) {
      char first = half;
      half = 0;
      if (Character.isLowSurrogate(next)) {
        put(Character.toCodePoint(first, next));
        return;
      }
      put(first);
    }
    if (Character.isHighSurrogate(next)) {
      half = next;
    } else {
      put(next);
    }
  }

  @Override
  public void write(char[] text, int from, int length) throws IOException {
    for (int i = 0; i < length; i++) {
      write(text[from + i]);
    }
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    if (text.equals(System.lineSeparator())) {
      out.write(text);
      return;
    }
    for (int i = 0; i < length; i++) {
      write(text.charAt(from + i));
    }
  }

  private void put(int character) throws IOException {
    if (VisibleText.isHidden(character)) {
      out.write(VisibleText.escape(character));
    } else if (Character.charCount(character) == 1) {
      out.write(character);
    } else {
      out.write(Character.toChars(character));
    }
  }
}
