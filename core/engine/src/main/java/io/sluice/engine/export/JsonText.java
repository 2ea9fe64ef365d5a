package io.sluice.engine.export;

import io.sluice.engine.text.NumberText;

/** Values as JSON. */
final class JsonText {

  private JsonText() {}

  /** A number; one that is not finite is a string, for JSON has no word for it. */
  static String number(double value) {
    String text = NumberText.of(value);
    return Double.isFinite(value) ? text : '"' + text + '"';
  }

  /** A string with its quotes. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (c < ' ') {
        quoted.append("\\u00").append(c < 16 ? '0' : '1').append(Integer.toHexString(c & 15));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
