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
    long[] sorted = new long[trials];
    for (int i = 0; i < trials; i++) {
      sorted[i] = plan.cells().get(i / repeats).trialKey(i % repeats);
    }
    Arrays.sort(sorted);
    int[] indices = new int[trials];
    Arrays.fill(indices, -1);
    for (int i = 0; i < trials; i++) {
      int at = first(sorted, plan.cells().get(i / repeats).trialKey(i % repeats));
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
