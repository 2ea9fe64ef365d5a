package io.sluice.analysis.claim;

import java.util.Objects;

/**
 * What shows whether an experiment can be trusted: something of which is known that it holds, or
 * that it does not.
 *
 * @param name what it shows, a few words
 * @param mustHold whether it has to hold; else it has to fail
 * @param rule what is asked
 */
public record Control(String name, boolean mustHold, Rule rule) {

  public Control {
    Objects.requireNonNull(rule, "rule");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a control says what it shows");
    }
  }

  /** Whether it came out as it must. */
  boolean behaves(Finding finding) {
    return finding.verdict() == (mustHold ? Verdict.SUPPORTED : Verdict.REFUTED);
  }

  /** {@code must hold} or {@code must fail}. */
  public String must() {
    return mustHold ? "must hold" : "must fail";
  }
}
