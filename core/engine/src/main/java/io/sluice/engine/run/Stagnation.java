package io.sluice.engine.run;

import io.sluice.engine.plan.TrialSetup;
import io.sluice.engine.study.Patience;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Counts for each lane of a block for how many looks in a row its loss has not fallen. */
final class Stagnation {

  private final double[] best;
  private final double[] waited;
  private final double[] epochs;
  private final double[] minDeltas;

  /**
   * No loss seen yet.
   *
   * @param memory moves what belongs to a lane together with the lane
   * @param patience that of a trial, by its setup
   */
  Stagnation(
      BlockMemory memory, List<TrialRecord> records, Function<TrialSetup, Patience> patience) {
    best = memory.perLane();
    waited = memory.perLane();
    epochs = memory.perLane();
    minDeltas = memory.perLane();
    Arrays.fill(best, Double.POSITIVE_INFINITY);
    for (int lane = 0; lane < records.size(); lane++) {
      Patience ofLane = patience.apply(records.get(lane).setup());
      epochs[lane] = ofLane.ends() ? ofLane.epochs() : Double.POSITIVE_INFINITY;
      minDeltas[lane] = ofLane.minDelta();
    }
  }

  /**
   * Takes the losses of one look; NaN is no fall.
   *
   * @return whether some lane has stood still for as long as it may
   */
  boolean see(double[] losses, int lanes) {
    boolean over = false;
    for (int lane = 0; lane < lanes; lane++) {
      over |= see(lane, losses[lane]);
    }
    return over;
  }

  /**
   * Takes the loss of one lane; NaN is no fall.
   *
   * @return whether the lane has stood still for as long as it may
   */
  boolean see(int lane, double loss) {
    if (loss < best[lane] - minDeltas[lane]) {
      best[lane] = loss;
      waited[lane] = 0;
      return false;
    }
    waited[lane]++;
    return isOver(lane);
  }

  /** Whether the lane has stood still for as long as it may. */
  boolean isOver(int lane) {
    return waited[lane] >= epochs[lane];
  }

  /** Counts from 0 again. */
  void restart(int lane) {
    waited[lane] = 0;
  }
}
