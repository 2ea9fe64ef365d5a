package io.sluice.store.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A list of doubles as a JSON array that the JSON functions of databases read: {@code
 * [12,null,0.5]}. NaN is null and the infinities are the texts "Infinity" and "-Infinity". Whole
 * numbers have no fraction, except -0.0; every double comes back bit for bit.
 */
public final class NumberList {

  /** Below this every whole double prints exactly as a long. */
  private static final double WHOLE_LIMIT = 1e15;

  private NumberList() {}

  /** The array. */
  public static String encode(List<Double> numbers) {
    StringBuilder text = new StringBuilder(16 * numbers.size()).append('[');
    for (int i = 0; i < numbers.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      append(text, numbers.get(i));
    }
    return text.append(']').toString();
  }

  private static void append(StringBuilder text, double number) {
    long whole = (long) number;
    if (Double.isNaN(number)) {
      text.append("null");
    } else if (Double.isInfinite(number)) {
      text.append('"').append(number).append('"');
    } else if (whole == number && Math.abs(number) < WHOLE_LIMIT && 1 / number != 1 / -0.0) {
      text.append(whole);
    } else {
      text.append(number);
    }
  }

  /** The list. */
  public static List<Double> decode(String text) {
    if (!text.startsWith("[") || !text.endsWith("]")) {
      throw new IllegalArgumentException("no list of numbers: " + text);
    }
    List<Double> numbers = new ArrayList<>();
    if (text.length() == 2) {
      return numbers;
    }
    for (int from = 1; from < text.length(); ) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() - 1 : comma;
      numbers.add(number(text.substring(from, to).trim()));
      from = to + 1;
    }
    return numbers;
  }

  private static double number(String text) {
    return switch (text) {
      case "null" -> Double.NaN;
      case "\"Infinity\"" -> Double.POSITIVE_INFINITY;
      case "\"-Infinity\"" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
