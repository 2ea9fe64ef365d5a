package io.sluice.store.sql;

/**
 * Any text in a database that keeps no character of number 0: it becomes the two characters 0x10
 * and {@code 0}, and 0x10 itself, which no text should have, becomes two of it. Half a surrogate
 * pair, which no encoding can write, becomes a question mark.
 */
public final class KeptText {

  private static final char ESCAPE = '\u0010';

  private KeptText() {}

  /** The text as it is kept. */
  public static String withoutZeros(String text) {
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == 0 || unit == ESCAPE || Character.isSurrogate(unit)) {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String text) {
    StringBuilder kept = new StringBuilder(text.length() + 8);
    text.codePoints()
        .forEach(
            point -> {
              if (point == 0) {
                kept.append(ESCAPE).append('0');
              } else if (point == ESCAPE) {
                kept.append(ESCAPE).append(ESCAPE);
              } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
                kept.append('?');
              } else {
                kept.appendCodePoint(point);
              }
            });
    return kept.toString();
  }

  /** The text that was kept. */
  public static String withZeros(String kept) {
    if (kept.indexOf(ESCAPE) < 0) {
      return kept;
    }
    StringBuilder text = new StringBuilder(kept.length());
    for (int i = 0; i < kept.length(); i++) {
      char unit = kept.charAt(i);
      if (unit == ESCAPE && i + 1 < kept.length()) {
        i++;
        text.append(kept.charAt(i) == '0' ? '\0' : kept.charAt(i));
      } else {
        text.append(unit);
      }
    }
    return text.toString();
  }
}
