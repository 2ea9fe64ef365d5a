package io.sluice.engine.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/** Reads numbers that people type, and writes them without losing a bit. */
public final class NumberText {

  private static final MathContext SEVENTEEN = new MathContext(17, RoundingMode.HALF_EVEN);

  private NumberText() {}

  /**
   * A number that somebody typed, with {@code nan}, {@code inf} and {@code infinity} in any case;
   * empty if it is none.
   */
  public static Optional<Double> read(String text) {
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
   * The shortest decimal that reads back as the same double: {@code 10}, {@code 0.001}, {@code
   * 1e-8}, {@code 2.5e20}; {@code NaN}, {@code Infinity} and {@code -Infinity} by these names. The
   * same on every JDK, which {@code Double.toString} is not.
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    long whole = (long) value;
    if (whole == value && Math.abs(value) < 1e15) {
      return Long.toString(whole);
    }
    String few = ofFewDecimals(value);
    if (few != null) {
      return few;
    }
    String digits;
    int power;
    if (ShortestDecimal.canBeOf(value)) {
      ShortestDecimal decimal = ShortestDecimal.of(value);
      digits = Long.toString(decimal.digits());
      power = decimal.power();
    } else {
      BigDecimal decimal = shortest(value, 1).stripTrailingZeros();
      digits = decimal.unscaledValue().abs().toString();
      power = -decimal.scale();
    }
    return (value < 0 ? "-" : "") + spelled(digits, power);
  }

  /** The number of these digits times a power of ten. */
  private static String spelled(String digits, int power) {
    int exponent = digits.length() + power - 1;
    if (exponent < -4 || exponent >= 15) {
      return digits.charAt(0)
          + (digits.length() > 1 ? "." + digits.substring(1) : "")
          + "e"
          + exponent;
    }
    if (exponent < 0) {
      return "0." + "0".repeat(-exponent - 1) + digits;
    }
    return power >= 0
        ? digits + "0".repeat(power)
        : digits.substring(0, exponent + 1) + "." + digits.substring(exponent + 1);
  }

  /**
   * As C's {@code %.17g} does it: the exact value rounded to 17 digits, without zeros at the end:
   * {@code 0.10000000000000001}, {@code 0.5}, {@code 1e-20}; {@code NaN}, {@code Infinity} and
   * {@code -Infinity} by these names. It reads back as the same double.
   */
  public static String seventeen(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return of(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(SEVENTEEN).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < SEVENTEEN.getPrecision()) {
      return rounded.toPlainString();
    }
    String size = Math.abs(exponent) < 10 ? "0" + Math.abs(exponent) : "" + Math.abs(exponent);
    return rounded.movePointLeft(exponent).toPlainString() + (exponent < 0 ? "e-" : "e+") + size;
  }

  /**
   * What has up to six decimals, as most data do, the quick way; null for all else. A decimal of at
   * most 15 digits that reads back as the double is the only one, but for zeros at its end.
   */
  private static String ofFewDecimals(double value) {
    if (!(Math.abs(value) >= 1e-4 && Math.abs(value) < 1e8)) {
      return null;
    }
    long power = 1;
    for (int decimals = 1; decimals <= 6; decimals++) {
      power *= 10;
      double scaled = Math.rint(value * power);
      if (scaled / power == value) {
        long digits = (long) Math.abs(scaled);
        String behind = Long.toString(digits % power);
        return (value < 0 ? "-" : "")
            + digits / power
            + "."
            + "0".repeat(decimals - behind.length())
            + behind;
      }
    }
    return null;
  }

  /**
   * Made of the exact value. The second try is for powers of two: the doubles above are twice as
   * far apart as those below.
   */
  private static BigDecimal shortest(double value, int fewestDigits) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = fewestDigits; digits < 17; digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (nearest.doubleValue() == value) {
        return nearest;
      }
      if (isPowerOfTwo(value)) {
        BigDecimal beyond = exact.round(new MathContext(digits, RoundingMode.UP));
        if (beyond.doubleValue() == value) {
          return beyond;
        }
      }
    }
    return exact.round(SEVENTEEN);
  }

  private static boolean isPowerOfTwo(double value) {
    return (Double.doubleToRawLongBits(value) & 0xFFFFFFFFFFFFFL) == 0;
  }
}
