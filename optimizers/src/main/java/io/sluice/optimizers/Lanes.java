package io.sluice.optimizers;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.LaneMemory;

/**
 * Hyper-parameters of the lanes in the form in which loops over a block are vectorised: as one
 * number for all, or as a block of their own. C2 vectorises a loop only if it touches all its
 * arrays at one index.
 */
final class Lanes {

  private Lanes() {}

  /**
   * Whether every number is the same, so that a loop can take it from a variable; the results have
   * the same bits either way.
   */
  static boolean areEqual(double[] perLane) {
    for (double value : perLane) {
      if (value != perLane[0]) {
        return false;
      }
    }
    return true;
  }

  /** A block whose every row holds the lanes' numbers. */
  static double[] spread(double[] perLane, LaneMemory memory) {
    BlockLayout layout = memory.layout();
    double[] block = memory.block();
    for (int p = 0; p < layout.parameters(); p++) {
      System.arraycopy(perLane, 0, block, layout.row(p), perLane.length);
    }
    return block;
  }
}
