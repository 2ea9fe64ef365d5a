package io.sluice.engine.text;

/** Values as RFC 4180 has them between commas. */
public final class CsvText {

  private CsvText() {}

  /** A text, between quotation marks if it needs them. */
  public static String quote(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return '"' + text.replace("\"", "\"\"") + '"';
      }
    }
    return text;
  }
}
