package io.sluice.analysis;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as they stand in a sentence: rounded to what a reader can use. */
public final class Figures {

  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private Figures() {}

  /**
   * Three significant digits: {@code 212}, {@code 0.00123}, {@code 1.2e-7}; {@code ∞}, {@code −∞}
   * and {@code unknown} for what is not a number.
   */
  public static String number(double value) {
    return Double.isFinite(value)
        ? plain(new BigDecimal(value).round(THREE_DIGITS))
        : notFinite(value);
  }

  /** As it was declared: {@code 0.001}, {@code 1e-6}. */
  public static String exact(double value) {
    return Double.isFinite(value)
        ? plain(new BigDecimal(Double.toString(value)))
        : notFinite(value);
  }

  /** {@code 41 %}; with a digit after the point near 0 and near 100, where it matters. */
  public static String percent(double share) {
    return bare(share) + " %";
  }

  /** {@code 41 % [38, 44]}, without the brackets if there is no interval. */
  public static String percent(Estimate share) {
    return percent(share.value())
        + (share.hasInterval()
            ? " [" + bare(share.lower()) + ", " + bare(share.upper()) + "]"
            : "");
  }

  /**
   * {@code 7.5 % [7.1, 7.9]}: a share of variance with a digit after the point below 10 %. What
   * came out below 0, as shares of nothing do by chance, is shown as 0; {@code unknown %} for NaN.
   */
  public static String share(Estimate share) {
    return tenths(share.value())
        + " %"
        + (share.hasInterval()
            ? " [" + tenths(share.lower()) + ", " + tenths(share.upper()) + "]"
            : "");
  }

  private static String tenths(double share) {
    if (Double.isNaN(share)) {
      return notFinite(share);
    }
    double percent = 100 * Math.min(1, Math.max(0, share));
    boolean small = percent < 9.95;
    return plain(new BigDecimal(percent).setScale(small ? 1 : 0, RoundingMode.HALF_EVEN));
  }

  /** {@code 212 [198, 230]}, without the brackets if there is no interval. */
  public static String number(Estimate estimate) {
    return number(estimate.value())
        + (estimate.hasInterval()
            ? " [" + number(estimate.lower()) + ", " + number(estimate.upper()) + "]"
            : "");
  }

  /** {@code p = 0.012} with two significant digits, or {@code p < 0.0001}. */
  public static String probability(double p) {
    return p < 1e-4 ? "p < 0.0001" : "p = " + plain(new BigDecimal(p).round(new MathContext(2)));
  }

  private static String bare(double share) {
    double percent = 100 * share;
    if (!Double.isFinite(percent)) {
      return notFinite(percent);
    }
    if (percent > 0 && percent < 0.05) {
      return "<0.1";
    }
    if (percent > 99.95 && percent < 100) {
      return ">99.9";
    }
    boolean nearEnd = Math.abs(percent) < 1 || (percent > 99 && percent < 100);
    return plain(new BigDecimal(percent).setScale(nearEnd ? 1 : 0, RoundingMode.HALF_EVEN));
  }

  private static String plain(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal stripped = value.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return stripped.toPlainString();
    }
    BigDecimal mantissa = stripped.movePointLeft(exponent);
    return String.format(Locale.ROOT, "%se%d", mantissa.toPlainString(), exponent);
  }

  private static String notFinite(double value) {
    if (Double.isNaN(value)) {
      return "unknown";
    }
    return value > 0 ? "∞" : "−∞";
  }
}
