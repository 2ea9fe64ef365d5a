package io.sluice.optimizers.matrix;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.LaneMemory;

/** The groups of weights of a block, and the matrices among them. */
final class Matrices {

  private final BlockLayout layout;
  private final int[] starts;
  private final int[] columns;

  Matrices(LaneMemory memory) {
    layout = memory.layout();
    starts = memory.groups();
    columns = memory.columns();
  }

  /** How many groups there are. */
  int groups() {
    return columns.length;
  }

  int rows(int group) {
    return (starts[group + 1] - starts[group]) / columns[group];
  }

  int columns(int group) {
    return columns[group];
  }

  /** Whether a group has more than one column. */
  boolean isMatrix(int group) {
    return columns[group] > 1;
  }

  /** The first parameter of a group. */
  int first(int group) {
    return starts[group];
  }

  /** Where a number of a lane lies in a block. */
  int index(int group, int row, int column, int lane) {
    return layout.row(starts[group] + row * columns[group] + column) + lane;
  }
}
