package io.sluice.engine.network;

/** The activation of a layer, as one that only looks at the slopes sees it. */
public interface Sloped {

  /** How many units the layer has. */
  int units();

  /** How many steps a layer has that reads its inputs as a sequence; of any other 1. */
  default int steps() {
    return 1;
  }

  /** f' at the sums of the last pass for slopes, laid out like the signals, step by step. */
  double[] slopes();
}
