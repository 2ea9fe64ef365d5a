package io.sluice.passport;

import io.sluice.engine.text.NumberText;
import io.sluice.spi.Interval;

/**
 * The values of a function.
 *
 * @param declared what the activation says
 * @param least inf f
 * @param greatest sup f
 */
public record Range(Interval declared, Extreme least, Extreme greatest) {

  /** What was found, in mathematical notation: {@code [0, ∞)}. */
  public String text() {
    return (least.isAttained() ? "[" : "(")
        + end(least.value())
        + ", "
        + end(greatest.value())
        + (greatest.isAttained() ? "]" : ")");
  }

  /** The weaker of the evidences for the two ends. */
  public Evidence evidence() {
    return least.evidence() == Evidence.PROVED ? greatest.evidence() : least.evidence();
  }

  private static String end(double value) {
    return Double.isInfinite(value) ? (value < 0 ? "-∞" : "∞") : NumberText.of(value);
  }
}
