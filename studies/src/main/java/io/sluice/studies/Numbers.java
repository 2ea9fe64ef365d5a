package io.sluice.studies;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides which texts are numbers: decimal ones, {@code 10}, {@code -0.5}, {@code .5}, {@code
 * 1e-2}, and no others. YAML 1.1 would take {@code 1e-2} for a word, {@code 010} for 8 and {@code
 * 1:30} for 90.
 */
final class Numbers {

  private static final Pattern DECIMAL =
      Pattern.compile("[-+]?(?:\\d++(?:\\.\\d*+)?|\\.\\d++)(?:[eE][-+]?\\d++)?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[-+]?\\.?(?:inf|infinity|nan)", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST_WHOLE = 40;

  private Numbers() {}

  /** Whether it is written like a number, be it a finite one or not. */
  static boolean looksNumeric(String text) {
    return DECIMAL.matcher(text).matches() || NOT_FINITE.matcher(text).matches();
  }

  /** The finite number this text is. */
  static Optional<Double> finite(String text) {
    double number = text == null ? Double.NaN : finiteOrNaN(text);
    return Double.isNaN(number) ? Optional.empty() : Optional.of(number);
  }

  /**
   * The finite number this text is, or NaN if it is none: without an object, for there are many.
   */
  static double finiteOrNaN(String text) {
    if (!DECIMAL.matcher(text).matches()) {
      return Double.NaN;
    }
    double number = Double.parseDouble(text);
    return Double.isFinite(number) ? number : Double.NaN;
  }

  /** The whole number this text is; {@code 1e3} is one. */
  static Optional<Long> whole(String text) {
    if (text == null || text.length() > LONGEST_WHOLE || !DECIMAL.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(text).longValueExact());
    } catch (ArithmeticException | NumberFormatException notWhole) {
      return Optional.empty();
    }
  }
}
