package io.sluice.web;

import io.sluice.engine.plan.PlanLimits;

/**
 * What one server takes upon itself for whoever asks.
 *
 * @param plan how large the plan of a study may become
 * @param cost how much a study may cost at most, in multiplications
 * @param planSeconds how long reading and planning a study may take
 * @param passportSeconds how long a passport, the checks of a component or a trial that is run
 *     again may take
 * @param streams how many may watch studies at once
 * @param turnMillis how long a study runs before another one has its turn
 */
public record WebLimits(
    PlanLimits plan,
    double cost,
    int planSeconds,
    int passportSeconds,
    int streams,
    long turnMillis) {

  /** What a core does. */
  static final double MULTIPLICATIONS_A_SECOND = 1e9;

  /** About half a day of two cores that multiply a billion times a second each. */
  public static final double PRESET_COST = 1e14;

  /** What a server has that was told nothing else. */
  public static final WebLimits PRESET =
      new WebLimits(PlanLimits.TIGHT, PRESET_COST, 10, 30, 2000, 1000);

  public WebLimits {
    if (!(cost > 0)) {
      throw new IllegalArgumentException("the largest cost is a number above 0, not " + cost);
    }
    if (planSeconds < 1 || passportSeconds < 1 || streams < 1 || turnMillis < 1) {
      throw new IllegalArgumentException("seconds, streams and turns are at least 1");
    }
  }

  /** The most multiplications of a trial that is run again while somebody waits. */
  double trialCost() {
    return MULTIPLICATIONS_A_SECOND * passportSeconds;
  }

  /** The same with another largest cost. */
  public WebLimits withCost(double other) {
    return new WebLimits(plan, other, planSeconds, passportSeconds, streams, turnMillis);
  }

  /** The same with turns of another length. */
  public WebLimits withTurns(long millis) {
    return new WebLimits(plan, cost, planSeconds, passportSeconds, streams, millis);
  }
}
