package io.sluice.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Reads numbers that people type, and writes doubles with 17 significant digits. */
final class NumberSpelling {

  private static final int DIGITS = 17;

  private NumberSpelling() {}

  /** The number, with {@code nan}, {@code inf} and {@code infinity} in any case; empty if none. */
  static Optional<Double> parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    String unsigned = word.startsWith("-") || word.startsWith("+") ? word.substring(1) : word;
    if (unsigned.equals("nan")) {
      return Optional.of(Double.NaN);
    }
    if (unsigned.equals("inf") || unsigned.equals("infinity")) {
      return Optional.of(
          word.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    }
    try {
      return Optional.of(Double.parseDouble(word));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /**
   * As C's {@code %.17g} does it: the exact value rounded to 17 digits, without zeros at the end: {@code 0.10000000000000001},
   * {@code 0.5}, {@code 1e-20}; {@code NaN}, {@code Infinity} and {@code -Infinity} by these names.
   * It reads back as the same double.
   */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal rounded =
        new BigDecimal(value)
            .round(new MathContext(DIGITS, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < DIGITS) {
      return rounded.toPlainString();
    }
    String size = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    return rounded.movePointLeft(exponent).toPlainString()
        + (exponent < 0 ? "e-" : "e+")
        + size;
  }
}
