package io.sluice.engine.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers as short as possible without losing a bit. */
public final class NumberText {

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
   * JDKs before 19 print some doubles with a digit too many, so the last ones are put to the test.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal printed = new BigDecimal(Double.toString(value));
    BigDecimal exact = new BigDecimal(value);
    for (int digits = Math.min(printed.precision(), 17) - 2; digits < 17; digits++) {
      if (digits > 0) {
        BigDecimal rounded = exact.round(new MathContext(digits));
        if (rounded.doubleValue() == value) {
          return rounded;
        }
      }
    }
    return printed;
  }
}
