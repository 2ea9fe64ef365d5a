package io.sluice.studies;

/**
 * Finds a character of a value in the text that it was read from, where it may be in quotes, folded
 * over lines, or a block after | or &gt;.
 */
final class ScalarPlace {

  private final String text;
  private int at;

  private ScalarPlace(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /**
   * The place of a character.
   *
   * @param text the whole text
   * @param start where the value begins
   * @param value the value as it was read
   * @param position the index of the character in the value; its length is the end
   */
  static Location of(String text, Location start, String value, int position) {
    if (start.line() == 0) {
      return start;
    }
    String clean = text.startsWith("\uFEFF") ? text.substring(1) : text;
    ScalarPlace place = new ScalarPlace(clean, index(clean, start.line(), start.column()));
    return place.advance(value, position) ? place.location(start.source()) : start;
  }

  private static int index(String text, int line, int column) {
    int at = 0;
    for (int passed = 1; passed < line; passed++) {
      int end = text.indexOf('\n', at);
      if (end < 0) {
        return text.length();
      }
      at = end + 1;
    }
    for (int passed = 1; passed < column && at < text.length(); passed++) {
      at += Character.charCount(text.codePointAt(at));
    }
    return at;
  }

  /** Goes on to the character; false where text and value cannot be told to be one. */
  private boolean advance(String value, int position) {
    char quote = peek();
    boolean quoted = quote == '"' || quote == '\'';
    if (quoted) {
      at++;
    } else if (quote == '|' || quote == '>') {
      at = Math.max(at, text.indexOf('\n', at));
    }
    for (int k = 0; k < position; k++) {
      char wanted = value.charAt(k);
      while (quote == '"' && peek() == '\\' && isLineEnd(at + 1)) {
        at++;
        skipBlanks();
      }
      boolean blank = Character.isWhitespace(wanted);
      boolean more = k + 1 < position && Character.isWhitespace(value.charAt(k + 1));
      if (quote == '"' && peek() == '\\') {
        at += escape();
      } else if (blank) {
        if (!more) {
          skipBlanks();
        }
      } else {
        skipBlanks();
        if (peek() != wanted) {
          return false;
        }
        at += quote == '\'' && wanted == '\'' ? 2 : 1;
      }
    }
    if (position < value.length()) {
      boolean continued = quote == '"' && peek() == '\\' && isLineEnd(at + 1);
      at += continued ? 1 : 0;
      skipBlanks();
    }
    return at < text.length() || position == value.length();
  }

  private boolean isLineEnd(int index) {
    return index < text.length() && (text.charAt(index) == '\n' || text.charAt(index) == '\r');
  }

  private int escape() {
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
  }

  private void skipBlanks() {
    while (Character.isWhitespace(peek())) {
      at++;
    }
  }

  /** The next character, or 0 at the end. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private Location location(String source) {
    int begin = text.lastIndexOf('\n', at - 1) + 1;
    int line = 1 + (int) text.substring(0, begin).chars().filter(c -> c == '\n').count();
    return new Location(source, line, 1 + text.codePointCount(begin, at));
  }
}
