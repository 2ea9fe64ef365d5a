package io.sluice.analysis;

import java.util.Objects;

/**
 * The number that a trial is judged by.
 *
 * @param kind what it is
 * @param target the loss to be reached; NaN where it is about none
 * @param metric the name of the metric; empty where it is about none
 */
public record Response(Kind kind, double target, String metric) {

  /** What kinds of numbers there are. */
  public enum Kind {
    /** log10 of the cost to the target; a trial that missed it counts with the budget. */
    LOG_COST,
    /** 1 where the target was reached, else 0. */
    SUCCESS,
    /** log10 of the cost to the target, of the trials that reached it. */
    COST_OF_HITS,
    /** The mean over all targets of {@link #LOG_COST}: the area beside the curve of first hits. */
    AREA,
    /** The place of the last loss among those of all trials of the problem, from 0 to 1. */
    FINAL_LOSS,
    /** The place of a metric's last value among those of all trials of the problem. */
    METRIC
  }

  public Response {
    Objects.requireNonNull(kind, "kind");
    boolean hasTarget = kind.ordinal() <= Kind.COST_OF_HITS.ordinal();
    if (hasTarget == Double.isNaN(target) || (kind == Kind.METRIC) == metric.isEmpty()) {
      throw new IllegalArgumentException(
          kind + " is not of target " + target + " and metric \"" + metric + "\"");
    }
  }

  /** One that is about a target. */
  public static Response of(Kind kind, double target) {
    return new Response(kind, target, "");
  }

  /** One that is about no target. */
  static Response of(Kind kind) {
    return new Response(kind, Double.NaN, "");
  }

  /** That of a metric's last value; {@code loss} is the final loss. */
  public static Response ofMetric(String metric) {
    return metric.equals(Merit.LOSS)
        ? of(Kind.FINAL_LOSS)
        : new Response(Kind.METRIC, Double.NaN, metric);
  }

  /** The name as it stands in a sentence, with an article where it needs one. */
  String phrase() {
    return kind.ordinal() < Kind.AREA.ordinal() ? name() : "the " + name();
  }

  /** {@code log cost to loss 0.001}, {@code rank of the final validation accuracy}. */
  public String name() {
    switch (kind) {
      case LOG_COST:
        return "log cost to loss " + Figures.exact(target);
      case SUCCESS:
        return "success at loss " + Figures.exact(target);
      case COST_OF_HITS:
        return "log cost of the trials that reached loss " + Figures.exact(target);
      case AREA:
        return "mean log cost over all targets";
      case FINAL_LOSS:
        return "rank of the final loss";
      default:
        return "rank of the final " + Merit.words(metric);
    }
  }
}
