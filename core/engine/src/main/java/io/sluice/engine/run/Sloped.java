package io.sluice.engine.run;

/** The activation of a layer, as one that only looks at the slopes sees it. */
interface Sloped {

  /** How many units the layer has. */
  int units();

  /** f' at the sums of the last pass for slopes, laid out like the signals. */
  double[] slopes();
}
