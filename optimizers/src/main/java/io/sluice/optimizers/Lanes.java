package io.sluice.optimizers;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.Invariance;
import io.sluice.spi.LaneMemory;
import java.util.EnumSet;
import java.util.Set;

/**
 * Hyper-parameters of the lanes in the form in which loops over a block are vectorised: as one
 * number for all, or as a block of their own. C2 vectorises a loop only if it touches all its
 * arrays at one index.
 */
final class Lanes {

  private Lanes() {}

  /** Less than half a unit in the last place of the smallest root that is not 0, 2^-537. */
  private static final double LEAST_EPSILON = 0x1p-600;

  /** No slope that counts is so small. */
  private static final double NEGLIGIBLE_EPSILON = 1e-8;

  /**
   * The values of ε, beside a root. An ε of 0 is so small a number that it changes no root but that
   * of 0: where all gradients were 0 the update is 0 and not 0 / 0.
   */
  static double[] epsilon(LaneMemory memory) {
    double[] epsilon = memory.hyperparameter("epsilon");
    for (int lane = 0; lane < epsilon.length; lane++) {
      epsilon[lane] = Math.max(LEAST_EPSILON, epsilon[lane]);
    }
    return epsilon;
  }

  /**
   * What changes nothing for steps of slopes over the root of their squares, if the number beside
   * the root is small.
   */
  static Set<Invariance> invariances(double epsilon) {
    return epsilon <= NEGLIGIBLE_EPSILON
        ? EnumSet.of(
            Invariance.LOSS_SCALE, Invariance.SHIFT, Invariance.PERMUTATION, Invariance.SLOPE_SCALE)
        : EnumSet.of(Invariance.SHIFT, Invariance.PERMUTATION);
  }

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
