package io.sluice.optimizers.matrix;

import io.sluice.spi.BlockLayout;
import io.sluice.spi.LaneMemory;

/** Square matrices of each lane, kept in blocks of its memory one after the other. */
final class SquareMatrices {

  private final BlockLayout layout;
  private final double[][] blocks;

  /**
   * Room for some matrices.
   *
   * @param count how many numbers they have together
   */
  SquareMatrices(LaneMemory memory, int count) {
    layout = memory.layout();
    blocks = new double[(count + layout.parameters() - 1) / layout.parameters()][];
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = memory.block();
    }
  }

  /** Reads the matrix that begins at a place. */
  void read(int place, int lane, double[][] matrix) {
    for (double[] row : matrix) {
      for (int k = 0; k < row.length; k++, place++) {
        row[k] = blocks[place / layout.parameters()][index(place, lane)];
      }
    }
  }

  /** Writes the matrix that begins at a place. */
  void write(int place, int lane, double[][] matrix) {
    for (double[] row : matrix) {
      for (int k = 0; k < row.length; k++, place++) {
        blocks[place / layout.parameters()][index(place, lane)] = row[k];
      }
    }
  }

  private int index(int place, int lane) {
    return layout.row(place % layout.parameters()) + lane;
  }
}
