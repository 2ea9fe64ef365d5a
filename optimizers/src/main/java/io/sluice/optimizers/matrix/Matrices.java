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

  /** The numbers of a group. */
  double[][] read(int group, int lane, double[] block) {
    double[][] matrix = new double[rows(group)][columns(group)];
    for (int r = 0; r < matrix.length; r++) {
      for (int k = 0; k < matrix[r].length; k++) {
        matrix[r][k] = block[index(group, r, k, lane)];
      }
    }
    return matrix;
  }

  /** Writes a multiple of a matrix into a group. */
  void write(int group, int lane, double factor, double[][] matrix, double[] block) {
    for (int r = 0; r < matrix.length; r++) {
      for (int k = 0; k < matrix[r].length; k++) {
        block[index(group, r, k, lane)] = factor * matrix[r][k];
      }
    }
  }
}
