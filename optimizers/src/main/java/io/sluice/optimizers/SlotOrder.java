package io.sluice.optimizers;

import java.util.Arrays;

/** A stable sort of slots by a number each, without allocation after the first. */
public final class SlotOrder {

  /** Up to so many slots it is faster to count for each how many come before it. */
  private static final int FEW = 256;

  /** Up to so many it is fastest to compare each with each, exactly. */
  private static final int VERY_FEW = 24;

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
    if (slots.length <= VERY_FEW) {
      placeExactly(keys);
      return slots;
    }
    for (int i = 0; i < slots.length; i++) {
      packed[i] = ((ordered(keys[i]) >> 1) & ~slotMask) | i;
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

  /** A whole number that is in the same order. */
  private static long ordered(double key) {
    long bits = Double.doubleToRawLongBits(key + 0.0);
    return bits ^ ((bits >> 63) & Long.MAX_VALUE);
  }

  /** Without branches, for those would be guessed wrong every other time. */
  private void placeExactly(double[] keys) {
    int size = slots.length;
    for (int i = 0; i < size; i++) {
      packed[i] = ordered(keys[i]);
    }
    for (int i = 0; i < size; i++) {
      long key = packed[i];
      int before = 0;
      for (int j = 0; j < i; j++) {
        int less = isLess(key, packed[j]);
        before += 1 - less;
        ranks[j] += less;
      }
      ranks[i] = before;
    }
    for (int i = 0; i < size; i++) {
      slots[(int) ranks[i]] = i;
    }
  }

  /**
   * 1 if the first number is less than the second, else 0; no difference is formed that overflows.
   */
  private static int isLess(long one, long two) {
    return (int) (((one & ~two) | (~(one ^ two) & (one - two))) >>> 63);
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
