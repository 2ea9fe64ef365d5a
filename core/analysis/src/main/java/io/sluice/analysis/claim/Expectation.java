package io.sluice.analysis.claim;

import java.util.Objects;

/**
 * What was expected of a claim before it was run.
 *
 * @param verdict the verdict
 * @param when under which condition; may be empty
 * @param source where the expectation comes from; may be empty
 */
public record Expectation(Verdict verdict, String when, String source) {
  public Expectation {
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(when, "when");
    Objects.requireNonNull(source, "source");
  }
}
