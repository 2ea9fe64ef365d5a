package io.sluice.formula;

import io.sluice.spi.Interval;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A range as text, such as {@code [0, inf)} or {@code (-alpha, alpha)}. Its ends are formulas of
 * the hyper-parameters, in which {@code inf} is infinity: {@code [-inf if a > 0 else 0, inf)}.
 */
public final class RangeText {

  private static final String EXAMPLE = "a range is written as [0, inf) or (-1, 1), not as ";

  private static final Pattern BRACKETS = Pattern.compile("(?s)[\\[(].*[\\])]");

  private static final Pattern INFINITE = Pattern.compile("[+-]?(inf|infinity|\u221e)");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");

  private final End lower;
  private final End upper;

  /**
   * One end.
   *
   * @param formula null for a plain number, or an infinite end
   */
  private record End(FixedFormula formula, double number, boolean attained) {

    double at(double[] values) {
      return formula == null ? number : formula.at(values);
    }
  }

  private RangeText(End lower, End upper) {
    this.lower = lower;
    this.upper = upper;
  }

  /** The interval that a text without hyper-parameters says. */
  public static Interval parse(String text) {
    return parse(text, List.of()).at(new double[0]);
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is none
   */
  static RangeText parse(String text, List<String> parameters) {
    String trimmed = text.strip();
    int comma = comma(trimmed);
    if (comma < 0 || !BRACKETS.matcher(trimmed).matches()) {
      throw new IllegalArgumentException(EXAMPLE + '"' + trimmed + '"');
    }
    String first = trimmed.substring(1, comma);
    String second = trimmed.substring(comma + 1, trimmed.length() - 1);
    return new RangeText(
        end(first, trimmed.startsWith("["), parameters),
        end(second, trimmed.endsWith("]"), parameters));
  }

  /** The comma between the ends, which may have others within calls. */
  private static int comma(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && depth == 1) {
        return i;
      }
    }
    return -1;
  }

  private static End end(String text, boolean attained, List<String> parameters) {
    String word = text.strip();
    if (INFINITE.matcher(word).matches()) {
      double infinity = word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      return new End(null, infinity, false);
    }
    if (NUMBER.matcher(word).matches()) {
      return new End(null, Double.parseDouble(word), attained);
    }
    return new End(FixedFormula.parse("the end", word, parameters), 0, attained);
  }

  /**
   * The range for these values of the hyper-parameters; of two ends that are one, that one number.
   *
   * @throws IllegalArgumentException if there is none
   */
  Interval at(double[] values) {
    double from = lower.at(values);
    double to = upper.at(values);
    boolean isOne = from == to;
    return new Interval(from, to, isOne || lower.attained(), isOne || upper.attained());
  }
}
