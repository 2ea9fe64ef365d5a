package io.sluice.engine.plan;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The places of a plan's trials by their keys, in 12 bytes for each.
 *
 * @param keys ascending
 * @param indices of the trials with these keys
 */
record PlaceByKey(long[] keys, int[] indices) {

  static PlaceByKey of(StudyPlan plan) {
    int trials = Math.toIntExact(plan.trials());
    int repeats = plan.spec().repeats();
    long[] byIndex = new long[trials];
    for (int cell = 0, i = 0; cell < plan.cells().size(); cell++) {
      TrialSetup setup = plan.cells().get(cell);
      for (int repeat = 0; repeat < repeats; repeat++) {
        byIndex[i++] = setup.trialKey(repeat);
      }
    }
    long[] sorted = byIndex.clone();
    Arrays.sort(sorted);
    int[] indices = new int[trials];
    Arrays.fill(indices, -1);
    for (int i = 0; i < trials; i++) {
      int at = first(sorted, byIndex[i]);
      while (indices[at] >= 0) {
        at++;
      }
      indices[at] = i;
    }
    return new PlaceByKey(sorted, indices);
  }

  /** The place of the first of equal keys, or a negative number. */
  private static int first(long[] keys, long key) {
    int at = Arrays.binarySearch(keys, key);
    while (at > 0 && keys[at - 1] == key) {
      at--;
    }
    return at;
  }

  /** Those of all trials with a key: cells that differ in labels only have it in common. */
  int[] of(String key) {
    long asked = HexFormat.fromHexDigitsToLong(key);
    int from = first(keys, asked);
    int to = from;
    while (from >= 0 && to < keys.length && keys[to] == asked) {
      to++;
    }
    return from < 0 ? new int[0] : Arrays.copyOfRange(indices, from, to);
  }
}
