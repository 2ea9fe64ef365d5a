package io.sluice.formula;

import io.sluice.formula.Steps.Step;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Steps with places: registers whose times do not overlap share a row.
 *
 * @param steps of rows in place of registers
 * @param count how many rows there are; the first ones are the inputs
 * @param results the rows of the results
 */
record Rows(Step[] steps, int count, int[] results) {

  /** As few rows as it takes. The inputs keep rows of their own, results are kept to the end. */
  static Rows of(Steps program) {
    List<Step> steps = program.steps();
    int inputs = program.inputs();
    int[] results = program.results().stream().mapToInt(Integer::intValue).toArray();
    int[] lastUse = new int[program.registers()];
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
    int[] rowOf = new int[program.registers()];
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
    return new Rows(placed, rows, resultRows);
  }
}
