package io.sluice.analysis.judge;

import io.sluice.analysis.CellSamples;

/**
 * The order of single trials: first those that reached the target, the cheaper before; then those
 * that did not, by the lowest loss; last and alike those that diverged or failed before.
 */
final class TrialOrder {

  private static final long LAST = Long.MAX_VALUE;

  private TrialOrder() {}

  /**
   * The smaller the better. Costs and losses that differ in their last two bits alone are equal.
   *
   * @param target the place of the target, −1 where losses alone count
   */
  static long key(CellSamples cell, int repeat, int target) {
    if (target >= 0 && cell.hit(target, repeat)) {
      return (ordered(cell.hitCost(target, repeat)) >> 2) + (Long.MIN_VALUE >> 1);
    }
    double loss = Contest.loss(cell, repeat);
    return loss == Double.POSITIVE_INFINITY ? LAST : ordered(loss) >> 2;
  }

  /** The bits of a number as a whole number that rises with it. */
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits >= 0 ? bits : Long.MIN_VALUE - bits;
  }
}
