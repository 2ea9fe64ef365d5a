package io.sluice.analysis.claim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement that can be false, and how it is decided.
 *
 * @param id lower kebab-case
 * @param statement a sentence
 * @param saidBy who made it; may be empty
 * @param refutedIf what would refute it, a sentence; may be empty, the rule says it too
 * @param kind what it is if no experiment decides it: a definition or history
 * @param decide the rule; none where there is a kind
 * @param controls what shows whether the experiment can be trusted
 * @param sample with how many seeds it is run
 * @param literature what is known of it from elsewhere, one source each
 * @param expectation what was expected of it
 * @param note what is to be learnt where the rows say something else; may be empty
 */
public record Claim(
    String id,
    String statement,
    String saidBy,
    String refutedIf,
    Optional<Verdict> kind,
    Optional<Rule> decide,
    List<Control> controls,
    Sample sample,
    List<String> literature,
    Optional<Expectation> expectation,
    String note) {

  public Claim {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(saidBy, "saidBy");
    Objects.requireNonNull(refutedIf, "refutedIf");
    Objects.requireNonNull(sample, "sample");
    Objects.requireNonNull(expectation, "expectation");
    Objects.requireNonNull(note, "note");
    controls = List.copyOf(controls);
    literature = List.copyOf(literature);
    if (kind.isPresent() == decide.isPresent()) {
      throw new IllegalArgumentException(
          kind.isPresent()
              ? "what is " + kind.get().word() + " has no rule that decides it"
              : "a claim needs a rule under \"decide\", or a \"kind\": definition or history");
    }
    if (kind.isPresent() && literature.isEmpty()) {
      throw new IllegalArgumentException(
          "what is " + kind.get().word() + " is decided by its \"literature\"; name a source");
    }
    if (kind.filter(Verdict::isEmpirical).isPresent()) {
      throw new IllegalArgumentException("a verdict is computed, never written");
    }
  }

  /** Whether something else was found than was expected. */
  public boolean isSurprisedBy(Verdict verdict) {
    return expectation.filter(expected -> expected.verdict() != verdict).isPresent();
  }

  /** The judgement; nothing where no experiment decides it. */
  public Optional<Judgement> judge(Evidence evidence) {
    return decide.map(rule -> Judgement.of(rule, controls, evidence));
  }
}
