package io.sluice.tck;

import java.util.Objects;

/**
 * What a {@link Check} found.
 *
 * @param check the id of the check
 * @param kind whether a promise is broken
 * @param message one line that names the fault: the method, the input, what it gave, what is right
 */
public record Finding(String check, Kind kind, String message) {

  /** How much it matters. */
  public enum Kind {
    /** A promise is broken. */
    FAULT,
    /** A promise is broken by a call that did not come back. */
    ENDLESS,
    /** Nothing is broken, but something could not be checked or is worth knowing. */
    REMARK
  }

  public Finding {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(kind, "kind");
    if (message.isBlank()) {
      throw new IllegalArgumentException("the check " + check + " found something unsaid");
    }
  }

  /** Whether a promise is broken. */
  public boolean isFault() {
    return kind != Kind.REMARK;
  }

  /** Whether a call did not come back. */
  public boolean isEndless() {
    return kind == Kind.ENDLESS;
  }
}
