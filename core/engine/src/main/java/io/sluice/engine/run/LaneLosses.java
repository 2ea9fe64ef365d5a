package io.sluice.engine.run;

import io.sluice.math.LaneRows;

/**
 * What the losses of the lanes of a block have come to, as numbers side by side. Every step makes
 * one plain pass over them; only lanes in which something happened are then looked at one by one.
 */
final class LaneLosses {

  private final double[] initial;
  private final double[] last;
  private final double[] best;
  private final double[] bestCosts;
  private final double[] nextTargets;
  private final double limit;
  private boolean begun;
  private long step;
  private double cost;

  /**
   * Losses that nobody has seen yet.
   *
   * @param memory moves what belongs to a lane together with the lane
   * @param limit the greatest loss that is no divergence
   */
  LaneLosses(BlockMemory memory, double limit) {
    this.limit = limit;
    initial = memory.perLane();
    last = memory.perLane();
    best = memory.perLane();
    bestCosts = memory.perLane();
    nextTargets = memory.perLane();
    for (int lane = 0; lane < last.length; lane++) {
      initial[lane] = Double.NaN;
      last[lane] = Double.NaN;
      best[lane] = Double.POSITIVE_INFINITY;
      bestCosts[lane] = Double.NaN;
    }
  }

  /** A lane waits for a loss of at most this. */
  void await(int lane, double target) {
    nextTargets[lane] = target;
  }

  /**
   * Takes the losses of one step.
   *
   * @return whether a lane reached its next target or diverged
   */
  boolean see(double[] losses, int lanes, long atStep, double atCost) {
    step = atStep;
    cost = atCost;
    System.arraycopy(losses, 0, last, 0, lanes);
    if (!begun) {
      begun = true;
      System.arraycopy(losses, 0, initial, 0, lanes);
    }
    return LaneRows.keepLeast(losses, best, bestCosts, atCost, nextTargets, limit, lanes);
  }

  /** Whether the loss seen last was a new lowest that the lane waited for. */
  boolean reached(int lane) {
    return last[lane] <= nextTargets[lane];
  }

  /** Sets the loss at which a lane ends though it does not count. */
  void stand(int lane, double loss) {
    last[lane] = loss;
  }

  /** Whether the loss seen last was no finite number, or above the limit. */
  boolean hasDiverged(int lane) {
    return !(last[lane] >= -Double.MAX_VALUE && last[lane] <= limit);
  }

  /** Tells the record of the trial in a lane all that is known here. */
  void tell(int lane, TrialRecord record) {
    record.standAt(last[lane], step, cost);
    record.lookBack(initial[lane], best[lane], bestCosts[lane]);
  }
}
