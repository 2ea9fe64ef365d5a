package io.sluice.optimizers.matrix;

import io.sluice.spi.LaneMemory;

/** A square matrix for each side of each group: 0 for its rows, 1 for its columns. */
final class Sides {

  private final Matrices matrices;
  private final int[][] places;
  private final SquareMatrices kept;

  /** Matrices for all sides that are not longer than the {@code largest} of any lane. */
  Sides(LaneMemory memory, Matrices matrices) {
    this.matrices = matrices;
    double most = 0;
    for (double largest : memory.hyperparameter("largest")) {
      most = Math.max(most, largest);
    }
    places = new int[matrices.groups()][2];
    int count = 0;
    for (int group = 0; group < places.length; group++) {
      for (int side = 0; side < 2; side++) {
        places[group][side] = count;
        count += has(group, side, most) ? length(group, side) * length(group, side) : 0;
      }
    }
    kept = new SquareMatrices(memory, count);
  }

  /** Whether there is such a side and it is not too long. */
  boolean has(int group, int side, double largest) {
    return (side == 0 || matrices.isMatrix(group)) && length(group, side) <= largest;
  }

  private int length(int group, int side) {
    return side == 0 ? matrices.rows(group) : matrices.columns(group);
  }

  double[][] read(int group, int side, int lane) {
    double[][] matrix = new double[length(group, side)][length(group, side)];
    kept.read(places[group][side], lane, matrix);
    return matrix;
  }

  void write(int group, int side, int lane, double[][] matrix) {
    kept.write(places[group][side], lane, matrix);
  }
}
