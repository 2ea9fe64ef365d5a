package io.sluice.formula;

import java.util.List;

/**
 * What a program computes, before anything of it has a place: steps from registers to registers,
 * each of which is set once. Some registers go in, some come out.
 *
 * @param steps in an order in which they can be run
 * @param registers how many registers there are
 * @param inputs how many of them are given; they come first
 * @param results the registers that come out
 */
public record Steps(List<Step> steps, int registers, int inputs, List<Integer> results) {

  public Steps {
    steps = List.copyOf(steps);
    results = List.copyOf(results);
  }

  /**
   * One operation.
   *
   * @param u the register of the first operand, and so on; 0 where there is none
   * @param second a register for a second result or for what lies between, 0 where there is none
   * @param number the number of an operation that has one, else 0
   */
  public record Step(
      Operation operation, int u, int v, int w, int result, int second, double number) {}
}
