package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.Objects;

/**
 * What a trial may spend. All costs are in forward-equivalents: one pass of all examples through
 * the network forward costs 1, a gradient costs {@code gradientCost}, which includes its forward
 * pass. Both cost less over a batch of the examples, see {@link Pace}.
 *
 * <p>A loss counts only if it was computed within the budget. So a gradient optimizer makes as many
 * updates as leave one forward-equivalent to see the last loss, and a population makes whole
 * generations.
 *
 * @param amount how much
 * @param unit of what
 * @param gradientCost the cost of one gradient; 3 unless declared otherwise
 */
public record Budget(double amount, Unit unit, double gradientCost) {

  /** What is counted. */
  public enum Unit {
    /** Cost as defined above: the fair unit between the two kinds of optimizers. */
    FORWARD_EQUIVALENTS,
    /** Updates of a gradient optimizer, generations of a population. */
    STEPS,
    /** Losses computed, a gradient counting as one, one over a batch as its share of the rows. */
    EVALUATIONS
  }

  /** The preset cost of a gradient. */
  public static final double GRADIENT_COST = 3;

  public Budget {
    Objects.requireNonNull(unit, "unit");
    if (!(amount >= 1) || amount > 1e12) {
      throw new IllegalArgumentException(
          "a budget is at least 1 and at most 1e12, not " + NumberText.of(amount));
    }
    if (!(gradientCost >= 1) || Double.isInfinite(gradientCost)) {
      throw new IllegalArgumentException(
          "the cost of a gradient is a number from 1 on, not " + NumberText.of(gradientCost));
    }
  }

  /** This many forward-equivalents, a gradient at the preset cost. */
  public static Budget of(double forwardEquivalents) {
    return new Budget(forwardEquivalents, Unit.FORWARD_EQUIVALENTS, GRADIENT_COST);
  }

  /** How many updates a gradient optimizer may make if each is over all rows. */
  public long updates() {
    return updates(Pace.FULL);
  }

  /** How many updates a gradient optimizer may make at this pace. */
  public long updates(Pace pace) {
    switch (unit) {
      case STEPS:
        return (long) amount;
      case EVALUATIONS:
        return pace.updates((long) amount, 1);
      default:
        return pace.updates(amount, gradientCost);
    }
  }

  /** How many generations of this size a population may evaluate. */
  public long generations(int populationSize) {
    return unit == Unit.STEPS ? (long) amount : (long) Math.floor(amount / populationSize);
  }

  /** How many candidates a population may evaluate whose generations have at most this size. */
  public double evaluations(int populationSize) {
    return unit == Unit.STEPS ? (double) generations(populationSize) * populationSize : amount;
  }

  /**
   * Whether a population may evaluate one more generation.
   *
   * @param generations how many it has evaluated
   * @param spent how many candidates these had
   * @param populationSize the largest size of the next one
   */
  public boolean allowsGeneration(long generations, double spent, int populationSize) {
    return unit == Unit.STEPS ? generations + 1 <= amount : spent + populationSize <= amount;
  }
}
