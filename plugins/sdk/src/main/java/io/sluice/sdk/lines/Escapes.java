package io.sluice.sdk.lines;

import java.util.ArrayList;
import java.util.List;

/** Backslashes before what must not stand in a field as it is. */
final class Escapes {

  private static final String CONTROLS = "\n\r\t";
  private static final String LETTERS = "nrt";

  private Escapes() {}

  /** Has a backslash before backslashes and these characters; line ends and tabs become letters. */
  static String added(String text, String characters) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int control = CONTROLS.indexOf(c);
      boolean plain = c != '\\' && control < 0 && characters.indexOf(c) < 0;
      if (!plain && escaped == null) {
        escaped = new StringBuilder(text.length() + 8).append(text, 0, i);
      }
      if (escaped != null) {
        escaped.append(plain ? "" : "\\").append(control < 0 ? c : LETTERS.charAt(control));
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  static String removed(String escaped) {
    if (escaped.indexOf('\\') < 0) {
      return escaped;
    }
    StringBuilder text = new StringBuilder(escaped.length());
    for (int i = 0; i < escaped.length(); i++) {
      char c = escaped.charAt(i);
      if (c == '\\' && ++i < escaped.length()) {
        int letter = LETTERS.indexOf(escaped.charAt(i));
        c = letter < 0 ? escaped.charAt(i) : CONTROLS.charAt(letter);
      }
      text.append(c);
    }
    return text.toString();
  }

  /** The parts between separators that have no backslash before them, still escaped. */
  static List<String> split(String escaped, char separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < escaped.length(); i++) {
      if (escaped.charAt(i) == '\\') {
        i++;
      } else if (escaped.charAt(i) == separator) {
        parts.add(escaped.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(escaped.substring(from));
    return parts;
  }
}
