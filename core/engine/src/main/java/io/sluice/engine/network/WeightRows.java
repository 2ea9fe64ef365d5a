package io.sluice.engine.network;

import io.sluice.math.LaneMatrix;
import io.sluice.spi.BlockLayout;

/**
 * The rows of a block in which a group of weights lies, one after the other.
 *
 * @param first the first row
 * @param frozen whether that is a row of the frozen weights
 */
record WeightRows(int first, boolean frozen) {

  /** The rows from one of them on. */
  WeightRows from(int row) {
    return new WeightRows(first + row, frozen);
  }

  double[] block(Tile tile) {
    return frozen ? tile.frozen : tile.weights;
  }

  /** Where lane 0 of a row is. */
  int at(Tile tile, int row) {
    return layout(tile).row(first + row);
  }

  /** From a row to the next. */
  int stride(Tile tile) {
    return layout(tile).stride();
  }

  /** Moves a window to the rows as a matrix, in a block laid out as that of these weights is. */
  LaneMatrix matrix(double[] block, Tile tile, int rows, int columns, LaneMatrix window) {
    int stride = stride(tile);
    return window.ofLanes(block, at(tile, 0), rows, columns, columns * stride, stride);
  }

  private BlockLayout layout(Tile tile) {
    return frozen ? tile.frozenLayout : tile.layout;
  }
}
