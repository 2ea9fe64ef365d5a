package io.sluice.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON into maps, lists, texts and doubles. */
final class JsonText {

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /** The value of a whole text. */
  static Object parsed(String text) {
    JsonText json = new JsonText(text);
    Object value = json.value();
    json.blanks();
    if (json.at != text.length()) {
      throw new AssertionError("more after the end: " + text.substring(json.at));
    }
    return value;
  }

  private Object value() {
    blanks();
    switch (text.charAt(at)) {
      case '{':
        Map<Object, Object> map = new LinkedHashMap<>();
        for (boolean more = !isAfter('{', '}'); more; more = isComma('}')) {
          Object key = text();
          expect(':');
          map.put(key, value());
        }
        return map;
      case '[':
        List<Object> list = new ArrayList<>();
        for (boolean more = !isAfter('[', ']'); more; more = isComma(']')) {
          list.add(value());
        }
        return list;
      case '"':
        return text();
      default:
        int from = at;
        while ("+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
          at++;
        }
        return Double.parseDouble(text.substring(from, at));
    }
  }

  /** Passes the start, and the end if it follows at once. */
  private boolean isAfter(char start, char end) {
    expect(start);
    blanks();
    boolean isEnd = text.charAt(at) == end;
    at += isEnd ? 1 : 0;
    return isEnd;
  }

  /** Passes a comma or the end. */
  private boolean isComma(char end) {
    blanks();
    boolean isComma = text.charAt(at) == ',';
    expect(isComma ? ',' : end);
    return isComma;
  }

  private String text() {
    blanks();
    expect('"');
    StringBuilder read = new StringBuilder();
    while (text.charAt(at) != '"') {
      char character = text.charAt(at++);
      if (character == '\\') {
        character = text.charAt(at++);
        if (character == 'u') {
          character = (char) Integer.parseInt(text.substring(at, at + 4), 16);
          at += 4;
        }
      }
      read.append(character);
    }
    at++;
    return read.toString();
  }

  private void expect(char mark) {
    blanks();
    if (text.charAt(at++) != mark) {
      throw new AssertionError("no " + mark + " at " + at);
    }
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
