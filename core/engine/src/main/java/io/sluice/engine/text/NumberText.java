package io.sluice.engine.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes numbers as short as possible without losing a bit. */
public final class NumberText {

  private static final int SURE_DIGITS = 15;
  private static final MathContext FIFTEEN = new MathContext(SURE_DIGITS, RoundingMode.HALF_EVEN);

  private NumberText() {}

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
    BigDecimal decimal = shortest(value).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 15) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + "e"
        + exponent;
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
   * {@code Double.toString} is no help with the last digits: it differs between JDKs. What it
   * prints lies within half an ulp, though, and decimals of 15 digits are farther apart than that
   * in the range of normal doubles, so it does lead to the one of at most 15 digits, if there is
   * one. Longer ones are made of the exact value.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal printed = new BigDecimal(Double.toString(value));
    if (Math.abs(value) < Double.MIN_NORMAL) {
      return shortest(value, 1);
    }
    if (printed.precision() <= SURE_DIGITS) {
      return printed;
    }
    BigDecimal rounded = printed.round(FIFTEEN);
    return rounded.doubleValue() == value ? rounded : shortest(value, SURE_DIGITS + 1);
  }

  /**
   * The second try is for powers of two: the doubles above are twice as far apart as those below.
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
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
  }

  private static boolean isPowerOfTwo(double value) {
    return (Double.doubleToRawLongBits(value) & 0xFFFFFFFFFFFFFL) == 0;
  }
}
