package io.sluice.engine.network;

/** The activation of a layer, as one that only looks at the slopes sees it. */
public interface Sloped {

  /** How many units the layer has. */
  int units();

  /** f' at the sums of the last pass for slopes, laid out like the signals. */
  double[] slopes();
}
