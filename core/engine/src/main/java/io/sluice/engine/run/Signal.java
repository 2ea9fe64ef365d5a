package io.sluice.engine.run;

/**
 * What passes from layer to layer: the numbers of a tile of examples, laid out {@code
 * [example][unit][lane]} with the lanes in use side by side, and the slopes of the loss by them.
 * The operations of a layer work in place, so a layer has one signal.
 *
 * @param units how many numbers an example has
 * @param values the numbers
 * @param errors the slopes of the loss by the values; null if nobody needs them
 */
record Signal(int units, double[] values, double[] errors) {

  /**
   * A signal with errors.
   *
   * @param examples the most examples of a tile
   * @param lanes the most lanes
   */
  static Signal of(int units, int examples, int lanes) {
    int length = units * examples * lanes;
    return new Signal(units, new double[length], new double[length]);
  }

  /** What goes into a network. */
  static Signal ofInputs(int units, int examples, int lanes) {
    return new Signal(units, new double[units * examples * lanes], null);
  }
}
