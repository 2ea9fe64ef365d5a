package io.sluice.passport.optimizer;

import io.sluice.engine.text.NumberText;
import io.sluice.passport.Evidence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/**
 * One property of an optimizer.
 *
 * @param topic what it belongs to, such as {@code invariance}
 * @param property which one, such as {@code rotation}
 * @param value for programs: a number, a truth value, a text, or null if there is none
 * @param text for people
 * @param evidence how it is known
 */
public record Entry(String topic, String property, Object value, String text, Evidence evidence) {

  private static final MathContext DIGITS = new MathContext(3);

  public Entry {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(property, "property");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(evidence, "evidence");
  }

  static Entry measured(String topic, String property, Object value, String text) {
    return new Entry(topic, property, value, text, Evidence.MEASURED);
  }

  static Entry computed(String topic, String property, Object value, String text) {
    return new Entry(topic, property, value, text, Evidence.COMPUTED);
  }

  static Entry declared(String topic, String property, Object value, String text) {
    return new Entry(topic, property, value, text, Evidence.DECLARED);
  }

  /** Such as {@code 1 step} and {@code 2 steps}. */
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** A number in three digits. */
  static String figure(double number) {
    if (!Double.isFinite(number)) {
      return Double.isNaN(number) ? "NaN" : number < 0 ? "-∞" : "∞";
    }
    return NumberText.of(new BigDecimal(number).round(DIGITS).doubleValue());
  }
}
