package io.sluice.optimizers.matrix;

import io.sluice.optimizers.Settings;
import io.sluice.spi.BlockLayout;
import io.sluice.spi.GradientState;
import io.sluice.spi.LaneMemory;

/** A state that updates the groups of weights of each lane one by one. */
abstract class GroupState implements GradientState {

  final BlockLayout layout;
  final Matrices matrices;
  final Values values;

  GroupState(LaneMemory memory, Settings settings) {
    layout = memory.layout();
    matrices = new Matrices(memory);
    values = new Values(memory, settings);
  }

  @Override
  public final void update(int step, int lanes, double[] weights, double[] gradients) {
    for (int group = 0; group < matrices.groups(); group++) {
      for (int lane = 0; lane < lanes; lane++) {
        update(step, group, lane, weights, gradients);
      }
    }
  }

  /** Overwrites the gradients of one group of a lane with their updates. */
  abstract void update(int step, int group, int lane, double[] weights, double[] gradients);
}
