package io.sluice.engine.text;

import java.util.Locale;

/**
 * Text from outside as a terminal may have it. A character that is none to be seen can move the
 * cursor, recolour or rename the window, or turn the order of letters around; so control
 * characters, format characters such as the marks of writing direction, line separators and halves
 * of surrogate pairs are shown as Java and JSON escape them, {@code \u001b}, those with a short
 * name by it, {@code \r}. Joiners stay, because words of some languages and many emoji need them.
 */
public final class VisibleText {

  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
  private static final int ZERO_WIDTH_JOINER = 0x200d;

  private VisibleText() {}

  /** The text in one line: line feeds and tabulators are shown, too. */
  public static String line(String text) {
    StringBuilder visible = null;
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (isHidden(character) || character == '\n' || character == '\t') {
        visible = visible == null ? new StringBuilder(text.substring(0, at)) : visible;
        visible.append(escape(character));
      } else if (visible != null) {
        visible.appendCodePoint(character);
      }
      at += Character.charCount(character);
    }
    return visible == null ? text : visible.toString();
  }

  /** Whether a terminal must not have the character; line feeds and tabulators it may. */
  public static boolean isHidden(int character) {
    switch (Character.getType(character)) {
      case Character.CONTROL:
        return character != '\n' && character != '\t';
      case Character.FORMAT:
        return character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
      case Character.SURROGATE:
        return true;
      default:
        return false;
    }
  }

  /** How the character is shown; JSON reads it back. */
  public static String escape(int character) {
    switch (character) {
      case '\n':
        return "\\n";
      case '\t':
        return "\\t";
      case '\r':
        return "\\r";
      case '\b':
        return "\\b";
      case '\f':
        return "\\f";
      default:
        StringBuilder escapes = new StringBuilder();
        for (char half : Character.toChars(character)) {
          escapes.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
        }
        return escapes.toString();
    }
  }
}
