package io.sluice.engine.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

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
   * Made of the exact value, since {@code Double.toString} differs between JDKs. Fifteen digits
   * always survive in a normal double, so shorter decimals end in zeros there. The second try is
   * for powers of two, where the doubles above are twice as far apart as those below.
   */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = Math.abs(value) < Double.MIN_NORMAL ? 1 : 15; digits < 17; digits++) {
      BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (nearest.doubleValue() == value) {
        return nearest;
      }
      BigDecimal beyond = exact.round(new MathContext(digits, RoundingMode.UP));
      if (beyond.doubleValue() == value) {
        return beyond;
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
  }
}
