package io.sluice.formula.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * In which array each register is kept, if it is kept at all: what is made and used within one loop
 * is not. A loop may write over what it reads, a call may not.
 */
final class Places {

  private final int inputs;
  private final int[] results;
  private final int[] made;
  private final int[] lastUse;
  private final boolean[] kept;
  private final boolean[] byCall;
  private final boolean[] lastByCall;
  private final int[] arrays;
  private int count;

  Places(int registers, int inputs, int[] results) {
    this.inputs = inputs;
    this.results = results;
    this.made = new int[registers];
    this.lastUse = new int[registers];
    this.kept = new boolean[registers];
    this.byCall = new boolean[registers];
    this.lastByCall = new boolean[registers];
    this.arrays = new int[registers];
    this.count = inputs + results.length;
    Arrays.fill(made, -1);
    Arrays.fill(arrays, -1);
    for (int k = 0; k < inputs; k++) {
      arrays[k] = k;
    }
    for (int k = 0; k < results.length; k++) {
      arrays[results[k]] = inputs + k;
    }
  }

  /** Says that a pass needs a register. */
  void use(int register, int pass, boolean call) {
    kept[register] |= call || made[register] != pass;
    lastByCall[register] = call || lastByCall[register] && lastUse[register] == pass;
    lastUse[register] = pass;
  }

  /** Says that a pass makes a register. */
  void set(int register, int pass, boolean call) {
    made[register] = pass;
    lastUse[register] = pass;
    byCall[register] = call;
    lastByCall[register] = call;
    kept[register] |= call;
  }

  /** Gives arrays to all registers that are kept. */
  void allocate() {
    List<Integer> waiting = new ArrayList<>();
    for (int register = inputs; register < arrays.length; register++) {
      if (kept[register] && made[register] >= 0 && arrays[register] < 0) {
        waiting.add(register);
      }
    }
    waiting.sort(Comparator.comparingInt(register -> made[register]));
    List<List<Integer>> holders = new ArrayList<>();
    for (int result : results) {
      holders.add(new ArrayList<>(List.of(result)));
    }
    for (int register : waiting) {
      int place = 0;
      while (place < holders.size() && !isFree(holders.get(place), register)) {
        place++;
      }
      if (place == holders.size()) {
        holders.add(new ArrayList<>());
        count++;
      }
      holders.get(place).add(register);
      arrays[register] = inputs + place;
    }
  }

  private boolean isFree(List<Integer> holders, int register) {
    for (int other : holders) {
      boolean result = Arrays.stream(results).anyMatch(each -> each == other);
      boolean before = !result && isBefore(other, register);
      if (!before && !isBefore(register, other)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the first is no longer needed when the second is made. */
  private boolean isBefore(int first, int second) {
    return lastUse[first] < made[second]
        || lastUse[first] == made[second]
            && made[first] < made[second]
            && !byCall[second]
            && !lastByCall[first];
  }

  boolean has(int register) {
    return arrays[register] >= 0;
  }

  int of(int register) {
    return arrays[register];
  }

  int count() {
    return count;
  }
}
