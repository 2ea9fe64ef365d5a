package io.sluice.analysis;

/**
 * The number that a trial is judged by.
 *
 * @param kind what it is
 * @param target the place of the target that is to be reached
 */
public record Response(Kind kind, int target) {

  public enum Kind {
    /** log10 of the cost to the target; a trial that missed it counts with the budget. */
    LOG_COST,
    /** 1 where the target was reached, else 0. */
    SUCCESS
  }

  /**
   * The number of one trial. A trial that missed the target costs the budget, or its own cost if
   * that is higher: one that diverged early was not cheap. A cost below one forward pass counts as
   * one.
   */
  public double of(StudyRows rows, CellSamples cell, int repeat) {
    if (kind == Kind.SUCCESS) {
      return cell.hit(target, repeat) ? 1 : 0;
    }
    double cost = cell.hitCost(target, repeat);
    if (Double.isNaN(cost)) {
      double budget = rows.header().budget();
      double spent = cell.cost(repeat);
      cost = Double.isFinite(budget) ? Math.max(spent, budget) : spent;
    }
    return Math.log10(Math.max(1, cost));
  }
}
