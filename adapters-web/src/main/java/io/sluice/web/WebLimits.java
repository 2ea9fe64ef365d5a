package io.sluice.web;

import io.sluice.engine.plan.PlanLimits;

/**
 * What one server takes upon itself for whoever asks.
 *
 * @param plan how large the plan of a study may become
 * @param cost how much a study may cost at most, in multiplications
 * @param planSeconds how long reading and planning a study may take
 * @param passportSeconds how long computing a passport may take
 * @param streams how many may watch studies at once
 */
public record WebLimits(
    PlanLimits plan, double cost, int planSeconds, int passportSeconds, int streams) {

  /** About half a day of two cores that multiply a billion times a second each. */
  public static final double PRESET_COST = 1e14;

  /** What a server has that was told nothing else. */
  public static final WebLimits PRESET = new WebLimits(PlanLimits.TIGHT, PRESET_COST, 10, 30, 2000);

  public WebLimits {
    if (!(cost > 0)) {
      throw new IllegalArgumentException("the largest cost is a number above 0, not " + cost);
    }
    if (planSeconds < 1 || passportSeconds < 1 || streams < 1) {
      throw new IllegalArgumentException("seconds and streams are at least 1");
    }
  }

  /** The same with another largest cost. */
  public WebLimits withCost(double other) {
    return new WebLimits(plan, other, planSeconds, passportSeconds, streams);
  }
}
