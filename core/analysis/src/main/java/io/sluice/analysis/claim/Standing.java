package io.sluice.analysis.claim;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a claim stands.
 *
 * @param state what is there of its rows
 * @param judgement what they say; none where not all of a sample are there
 */
public record Standing(State state, Optional<Judgement> judgement) {

  /** What is there of the rows of a claim. */
  public enum State {
    /** Nothing can be run: a definition, or history. */
    NOTHING_TO_RUN("-"),
    /** Nothing. */
    NOT_RUN("not run"),
    /** Something, but not even the quick sample. */
    BEGUN("begun"),
    /** The quick sample. */
    QUICK("quick"),
    /** Everything. */
    FULL("full");

    private final String words;

    State(String words) {
      this.words = words;
    }

    /** In words. */
    public String words() {
      return words;
    }
  }

  public Standing {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(judgement, "judgement");
  }

  /** That of a claim of which there are no rows. */
  public static Standing without(Claim claim) {
    return new Standing(
        claim.kind().isPresent() ? State.NOTHING_TO_RUN : State.NOT_RUN, Optional.empty());
  }

  /** The verdict, computed or by its kind; none where it was not run. */
  public Optional<Verdict> verdict(Claim claim) {
    return judgement.map(Judgement::verdict).or(claim::kind);
  }
}
