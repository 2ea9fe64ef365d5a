package io.sluice.engine.plan;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The cells of a plan by the keys of their trials of one repeat, in 12 bytes for each cell.
 *
 * @param repeat the repeat
 * @param keys ascending
 * @param cells those with these keys
 */
record CellsByKey(int repeat, long[] keys, int[] cells) {

  static CellsByKey of(StudyPlan plan, int repeat) {
    int count = plan.cells().size();
    long[] byCell = new long[count];
    for (int cell = 0; cell < count; cell++) {
      byCell[cell] = plan.cells().get(cell).trialKey(repeat);
    }
    long[] sorted = byCell.clone();
    Arrays.sort(sorted);
    int[] cells = new int[count];
    Arrays.fill(cells, -1);
    for (int cell = 0; cell < count; cell++) {
      int at = first(sorted, byCell[cell]);
      while (cells[at] >= 0) {
        at++;
      }
      cells[at] = cell;
    }
    return new CellsByKey(repeat, sorted, cells);
  }

  /** The place of the first of equal keys, or a negative number. */
  private static int first(long[] keys, long key) {
    int at = Arrays.binarySearch(keys, key);
    while (at > 0 && keys[at - 1] == key) {
      at--;
    }
    return at;
  }

  /** All cells with a key: those that differ in labels only have it in common. */
  int[] of(String key) {
    long asked = HexFormat.fromHexDigitsToLong(key);
    int from = first(keys, asked);
    int to = from;
    while (from >= 0 && to < keys.length && keys[to] == asked) {
      to++;
    }
    return from < 0 ? new int[0] : Arrays.copyOfRange(cells, from, to);
  }
}
