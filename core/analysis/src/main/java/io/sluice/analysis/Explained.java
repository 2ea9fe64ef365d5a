package io.sluice.analysis;

import io.sluice.analysis.variance.Decomposition;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What explains one response: of all trials, or of those at one level of a factor.
 *
 * <p>Only repeats that are there in every cell count, so that cells are compared on the same seeds;
 * cells with fewer than half of the repeats, and trials that failed, are left out.
 *
 * @param response the number that is explained
 * @param method how it was taken apart
 * @param where the level that all of these trials have, by the name of its factor; empty for all
 * @param missed the share of trials that have no number of their own: those that never reached the
 *     target, or the smallest one, or that diverged where a last value is asked for
 * @param leftOut how many trials are left out
 * @param decomposition the sources
 */
public record Explained(
    Response response,
    Method method,
    Map<String, String> where,
    Share missed,
    long leftOut,
    Decomposition decomposition) {

  /** Ways to take a response apart. */
  public enum Method {
    /** Shares of the variance of single trials. */
    VARIANCE,
    /** Shares of the deviance of a logistic model of success. */
    DEVIANCE,
    /** Shares of the variance of aligned ranks, which heavy tails do not sway. */
    ALIGNED_RANKS
  }

  public Explained {
    Objects.requireNonNull(response, "response");
    Objects.requireNonNull(method, "method");
    where = Map.copyOf(where);
    Objects.requireNonNull(decomposition, "decomposition");
  }

  /**
   * What explains a response of the trials of some cells, by the variance of single trials; nothing
   * where all have the same number.
   *
   * @param counts the cells that count
   */
  public static Optional<Explained> of(
      StudyRows rows, Response response, Predicate<CellSamples> counts) {
    return Sample.of(rows, Map.of(), counts)
        .flatMap(sample -> of(rows, sample, response, Map.of()));
  }

  static Optional<Explained> of(
      StudyRows rows, Sample sample, Response response, Map<String, String> where) {
    Numbers numbers = Numbers.of(rows, sample, response);
    return Decomposition.of(numbers.sample().design(), numbers.values(), numbers.spread())
        .map(
            decomposition ->
                new Explained(
                    response,
                    Method.VARIANCE,
                    where,
                    numbers.missed(),
                    numbers.sample().leftOut(),
                    decomposition));
  }

  /** Whether this is about all trials. */
  public boolean overall() {
    return where.isEmpty();
  }

  /** The problem that this is about, empty for all together. */
  public String problem() {
    return where.getOrDefault("problem", "");
  }

  /** The loss to be reached, NaN where the response is about none. */
  public double target() {
    return response.target();
  }

  /** Whether this is about this response, by the variance of single trials. */
  boolean isAbout(Response asked) {
    return method == Method.VARIANCE && response.equals(asked);
  }
}
