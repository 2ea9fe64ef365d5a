package io.sluice.optimizers;

import java.util.Arrays;

/** A stable sort of slots by a number each, without allocation after the first. */
final class SlotOrder {

  private final int[] slots;
  private final long[] packed;
  private final long slotMask;

  SlotOrder(int size) {
    slots = new int[size];
    packed = new long[size];
    slotMask = (Integer.highestOneBit(Math.max(1, size - 1)) << 1) - 1;
  }

  /**
   * The slots in ascending order of their keys, which are not NaN, equal ones in their own order;
   * valid until called again. A key's lowest bits give way to its slot, so that whole numbers can
   * be sorted; the few slots that this leaves in a wrong order are put right at the end.
   */
  int[] ascending(double[] keys) {
    for (int i = 0; i < slots.length; i++) {
      long bits = Double.doubleToRawLongBits(keys[i] + 0.0);
      long ordered = bits ^ ((bits >> 63) & Long.MAX_VALUE);
      packed[i] = (ordered & ~slotMask) | i;
    }
    Arrays.sort(packed);
    for (int i = 0; i < slots.length; i++) {
      int slot = (int) (packed[i] & slotMask);
      int j = i - 1;
      while (j >= 0 && isAfter(keys, slots[j], slot)) {
        slots[j + 1] = slots[j];
        j--;
      }
      slots[j + 1] = slot;
    }
    return slots;
  }

  private static boolean isAfter(double[] keys, int a, int b) {
    return keys[a] > keys[b] || (keys[a] == keys[b] && a > b);
  }
}
