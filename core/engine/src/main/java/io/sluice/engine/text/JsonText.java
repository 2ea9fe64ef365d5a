package io.sluice.engine.text;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Values as JSON, for the rooms that have no library for it. JSON has no word for a number that is
 * not finite, so these are the strings {@code "NaN"}, {@code "Infinity"} and {@code "-Infinity"}.
 */
public final class JsonText {

  private JsonText() {}

  /** A text between quotation marks. */
  public static String quote(String text) {
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

  /** A number that reads back as the same double. */
  public static String number(double value) {
    String text = NumberText.of(value);
    return Double.isFinite(value) ? text : '"' + text + '"';
  }

  /**
   * Any tree of maps, lists, texts, numbers, booleans and nulls. Lists and maps of plain values
   * stand in one line if that is not long, all others take a line for each value.
   */
  public static String of(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value, "\n");
    return out.append('\n').toString();
  }

  private static final int MOST_CHARACTERS = 160;

  private static void append(StringBuilder out, Object value, String line) {
    if (value instanceof Map<?, ?> map) {
      sequence(out, '{', '}', map.entrySet().iterator(), line);
    } else if (value instanceof List<?> list) {
      sequence(out, '[', ']', list.iterator(), line);
    } else if (value instanceof Double number) {
      out.append(number(number));
    } else if (value instanceof String text) {
      out.append(quote(text));
    } else {
      out.append(value);
    }
  }

  private static void sequence(
      StringBuilder out, char open, char close, Iterator<?> elements, String line) {
    int start = out.length();
    String deeper = line + "  ";
    out.append(open);
    boolean nested = false;
    StringBuilder flat = new StringBuilder();
    for (boolean first = true; elements.hasNext(); first = false) {
      Object element = elements.next();
      Object value = element instanceof Map.Entry<?, ?> entry ? entry.getValue() : element;
      nested |= value instanceof Map<?, ?> || value instanceof List<?>;
      String key =
          element instanceof Map.Entry<?, ?> entry ? quote(entry.getKey() + "") + ": " : "";
      StringBuilder text = new StringBuilder(key);
      append(text, value, deeper);
      out.append(first ? "" : ",").append(deeper).append(text);
      flat.append(first ? "" : ", ").append(text);
    }
    if (!nested && flat.length() <= MOST_CHARACTERS) {
      out.setLength(start + 1);
      out.append(flat);
    } else {
      out.append(line);
    }
    out.append(close);
  }
}
