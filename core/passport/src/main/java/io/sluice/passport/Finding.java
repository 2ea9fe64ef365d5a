package io.sluice.passport;

import java.util.Locale;
import java.util.Objects;

/**
 * Something that a component says of itself and that does not hold, or need not.
 *
 * @param severity whether it is wrong or only worth a look
 * @param subject which property, such as {@code range} or {@code kinks}
 * @param message what was said and what was found
 */
public record Finding(Severity severity, String subject, String message) {

  /** How bad it is. */
  public enum Severity {
    /** What was declared is wrong. */
    CONTRADICTION,
    /** What was declared could be better. */
    REMARK,
    /** What was not examined to its end. */
    OPEN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(message, "message");
  }

  /** What was declared is wrong. */
  public static Finding contradiction(String subject, String message) {
    return new Finding(Severity.CONTRADICTION, subject, message);
  }

  /** Something was not examined to its end. */
  public static Finding open(String subject, String message) {
    return new Finding(Severity.OPEN, subject, message);
  }

  /** What was declared could be better. */
  public static Finding remark(String subject, String message) {
    return new Finding(Severity.REMARK, subject, message);
  }

  /** Whether it makes the passport fail. */
  public boolean isContradiction() {
    return severity == Severity.CONTRADICTION;
  }

  @Override
  public String toString() {
    return subject + ": " + message;
  }
}
