package io.sluice.optimizers;

/** A stable merge sort of slots by a number each, without allocation after the first. */
final class SlotOrder {

  private static final int RUN = 8;

  private int[] slots;
  private int[] spare;

  SlotOrder(int size) {
    slots = new int[size];
    spare = new int[size];
  }

  /**
   * The slots in ascending order of their keys, equal ones in their own order; valid until called
   * again.
   */
  int[] ascending(double[] keys) {
    int size = slots.length;
    for (int i = 0; i < size; i++) {
      slots[i] = i;
    }
    for (int from = 0; from < size; from += RUN) {
      insertionSort(keys, from, Math.min(from + RUN, size));
    }
    for (int width = RUN; width < size; width *= 2) {
      for (int from = 0; from < size; from += 2 * width) {
        merge(keys, from, Math.min(from + width, size), Math.min(from + 2 * width, size));
      }
      int[] swap = slots;
      slots = spare;
      spare = swap;
    }
    return slots;
  }

  private void insertionSort(double[] keys, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int slot = slots[i];
      double key = keys[slot];
      int j = i - 1;
      while (j >= from && keys[slots[j]] > key) {
        slots[j + 1] = slots[j];
        j--;
      }
      slots[j + 1] = slot;
    }
  }

  private void merge(double[] keys, int from, int middle, int to) {
    int left = from;
    int right = middle;
    for (int i = from; i < to; i++) {
      boolean takeLeft = left < middle && (right >= to || keys[slots[left]] <= keys[slots[right]]);
      spare[i] = takeLeft ? slots[left++] : slots[right++];
    }
  }
}
