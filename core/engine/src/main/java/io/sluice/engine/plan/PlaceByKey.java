package io.sluice.engine.plan;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

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
    for (int i = 0; i < trials; i++) {
      long key = plan.cells().get(i / repeats).trialKey(i % repeats);
      indices[Arrays.binarySearch(sorted, key)] = i;
    }
    return new PlaceByKey(sorted, indices);
  }

  OptionalInt of(String key) {
    int at = Arrays.binarySearch(keys, HexFormat.fromHexDigitsToLong(key));
    return at < 0 ? OptionalInt.empty() : OptionalInt.of(indices[at]);
  }
}
