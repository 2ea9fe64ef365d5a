package io.sluice.optimizers;

import java.util.Arrays;

/** A stable sort of slots by a number each, without allocation after the first. */
public final class SlotOrder {

  /** Up to so many slots it is faster to count for each how many come before it. */
  private static final int FEW = 256;

  private final int[] slots;
  private final long[] packed;
  private final long[] ranks;
  private final long slotMask;

  /** An order of so many slots. */
  public SlotOrder(int size) {
    slots = new int[size];
    packed = new long[size];
    ranks = new long[size <= FEW ? size : 0];
    slotMask = (Integer.highestOneBit(Math.max(1, size - 1)) << 1) - 1;
  }

  /**
   * The slots in ascending order of their keys, which are not NaN, equal ones in their own order;
   * valid until called again. A key's lowest bits give way to its slot, so that whole numbers can
   * be sorted; the few slots that this leaves in a wrong order are put right at the end.
   */
  public int[] ascending(double[] keys) {
    for (int i = 0; i < slots.length; i++) {
      long bits = Double.doubleToRawLongBits(keys[i] + 0.0);
      long ordered = bits ^ ((bits >> 63) & Long.MAX_VALUE);
      packed[i] = ((ordered >> 1) & ~slotMask) | i;
    }
    if (slots.length <= FEW) {
      placeByRank();
    } else {
      Arrays.sort(packed);
      for (int i = 0; i < slots.length; i++) {
        slots[i] = (int) (packed[i] & slotMask);
      }
    }
    for (int i = 1; i < slots.length; i++) {
      int slot = slots[i];
      int j = i - 1;
      while (j >= 0 && isAfter(keys, slots[j], slot)) {
        slots[j + 1] = slots[j];
        j--;
      }
      slots[j + 1] = slot;
    }
    return slots;
  }

  /** The slots as they are; valid until {@link #ascending} is called. */
  int[] unchanged() {
    Arrays.setAll(slots, i -> i);
    return slots;
  }

  /**
   * A difference of two halved keys cannot overflow, so its sign says which is less; these loops
   * are vectorised.
   */
  private void placeByRank() {
    Arrays.fill(ranks, 0);
    int i = 0;
    for (; i + 4 <= packed.length; i += 4) {
      count(packed[i], packed[i + 1], packed[i + 2], packed[i + 3]);
    }
    for (; i < packed.length; i++) {
      long key = packed[i];
      for (int j = 0; j < ranks.length; j++) {
        ranks[j] += (key - packed[j]) >>> 63;
      }
    }
    for (int j = 0; j < slots.length; j++) {
      slots[(int) ranks[j]] = j;
    }
  }

  /** Raises the rank of every key by how many of these four are less. */
  private void count(long a, long b, long c, long d) {
    for (int j = 0; j < ranks.length; j++) {
      long key = packed[j];
      ranks[j] += ((a - key) >>> 63) + ((b - key) >>> 63) + ((c - key) >>> 63) + ((d - key) >>> 63);
    }
  }

  private static boolean isAfter(double[] keys, int a, int b) {
    return keys[a] > keys[b] || (keys[a] == keys[b] && a > b);
  }
}
