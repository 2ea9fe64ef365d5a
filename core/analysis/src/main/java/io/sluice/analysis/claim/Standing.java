package io.sluice.analysis.claim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a claim stands.
 *
 * @param state what is there of its rows
 * @param judgement what they say; none where not all of a sample are there
 * @param rows which rows say so, study by study
 */
public record Standing(State state, Optional<Judgement> judgement, List<Rows> rows) {

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

  /**
   * The rows of a study.
   *
   * @param study its id in the store
   * @param trials how many there are
   * @param seed that all its random numbers come from
   * @param version of Sluice that computed them
   */
  public record Rows(String study, long trials, long seed, String version) {}

  public Standing {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(judgement, "judgement");
    rows = List.copyOf(rows);
  }

  /** That of a claim of which there are no rows. */
  public static Standing without(Claim claim) {
    return claim.kind().isPresent() ? without(State.NOTHING_TO_RUN) : without(State.NOT_RUN);
  }

  /** That of a claim of which not all rows of a sample are there. */
  public static Standing without(State state) {
    return new Standing(state, Optional.empty(), List.of());
  }

  /** The verdict, computed or by its kind; none where it was not run. */
  public Optional<Verdict> verdict(Claim claim) {
    return judgement.map(Judgement::verdict).or(claim::kind);
  }
}
