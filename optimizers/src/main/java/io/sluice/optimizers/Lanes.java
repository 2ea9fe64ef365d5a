package io.sluice.optimizers;

/** Whether all lanes have one value, so that a loop can take it from a variable. */
final class Lanes {

  private Lanes() {}

  /**
   * Whether every number is the same. Then the loops over a block touch all arrays at one index,
   * which is what C2 needs to vectorise them; the results have the same bits either way.
   */
  static boolean areEqual(double[] perLane) {
    for (double value : perLane) {
      if (value != perLane[0]) {
        return false;
      }
    }
    return true;
  }
}
