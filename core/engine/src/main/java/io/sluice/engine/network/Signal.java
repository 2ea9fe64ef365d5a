package io.sluice.engine.network;

import io.sluice.math.LaneMatrix;

/**
 * What passes from layer to layer: the numbers of a tile of examples, laid out {@code
 * [example][unit][lane]} with the lanes in use side by side, and the slopes of the loss by them.
 * All operations of a layer work in place, but for the activation: block forms are faster that way.
 *
 * @param units how many numbers an example has
 * @param sums the numbers before the activation; {@code values} where there is none
 * @param values the numbers that go on
 * @param errors the slopes of the loss, first by the values and then by the sums; null if nobody
 *     needs them
 */
record Signal(int units, double[] sums, double[] values, double[] errors) {

  /**
   * A signal with errors.
   *
   * @param examples the most examples of a tile
   * @param lanes the most lanes
   */
  static Signal of(int units, boolean activated, int examples, int lanes) {
    double[] values = new double[units * examples * lanes];
    double[] sums = activated ? new double[values.length] : values;
    return new Signal(units, sums, values, new double[values.length]);
  }

  /** What goes into a network. */
  static Signal ofInputs(int units, int examples, int lanes) {
    double[] values = new double[units * examples * lanes];
    return new Signal(units, values, values, null);
  }

  /** Moves a window to some of these numbers as a matrix with a column an example. */
  LaneMatrix matrix(double[] numbers, Tile tile, LaneMatrix window) {
    int lanes = tile.lanes;
    return window.ofLanes(numbers, 0, units, tile.examples, lanes, units * lanes);
  }
}
