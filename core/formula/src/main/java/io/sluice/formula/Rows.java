package io.sluice.formula;

import io.sluice.formula.Program.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Lets registers whose times do not overlap share a row. */
final class Rows {

  private Rows() {}

  /**
   * The program with as few rows as it takes.
   *
   * @param inputs how many registers are given; they keep rows of their own
   * @param results the registers of the results, which are kept to the end
   */
  static Program allocate(
      List<Step> steps, int registers, int inputs, int[] results, boolean takesParameters) {
    int[] lastUse = new int[registers];
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      lastUse[step.u()] = i;
      lastUse[step.v()] = i;
      lastUse[step.w()] = i;
      lastUse[step.second()] = Math.max(lastUse[step.second()], i);
      lastUse[step.result()] = Math.max(lastUse[step.result()], i);
    }
    for (int register = 0; register < inputs; register++) {
      lastUse[register] = Integer.MAX_VALUE;
    }
    for (int register : results) {
      lastUse[register] = Integer.MAX_VALUE;
    }
    int[] rowOf = new int[registers];
    Arrays.fill(rowOf, -1);
    for (int register = 0; register < inputs; register++) {
      rowOf[register] = register;
    }
    Deque<Integer> free = new ArrayDeque<>();
    int rows = inputs;
    Step[] placed = new Step[steps.size()];
    for (int i = 0; i < placed.length; i++) {
      Step step = steps.get(i);
      for (int register : new int[] {step.result(), step.second()}) {
        if (rowOf[register] < 0) {
          rowOf[register] = free.isEmpty() ? rows++ : free.pop();
        }
      }
      placed[i] =
          new Step(
              step.operation(),
              rowOf[step.u()],
              rowOf[step.v()],
              rowOf[step.w()],
              rowOf[step.result()],
              rowOf[step.second()],
              step.number());
      int[] used = {step.u(), step.v(), step.w(), step.result(), step.second()};
      for (int k = 0; k < used.length; k++) {
        int register = used[k];
        boolean seen = false;
        for (int earlier = 0; earlier < k; earlier++) {
          seen |= used[earlier] == register;
        }
        if (!seen && lastUse[register] == i) {
          free.push(rowOf[register]);
        }
      }
    }
    int[] resultRows = Arrays.stream(results).map(register -> rowOf[register]).toArray();
    return new Program(placed, rows, takesParameters, resultRows);
  }
}
