package io.sluice.analysis.variance;

import java.util.List;

/**
 * One or two factors whose effect is asked for.
 *
 * @param factors their places in the design
 * @param group for each cell the place of its combination of levels
 * @param groups how many combinations occur
 */
record Term(List<Integer> factors, int[] group, int groups) {

  /** Whether it is about two factors together. */
  boolean isInteraction() {
    return factors.size() > 1;
  }
}
