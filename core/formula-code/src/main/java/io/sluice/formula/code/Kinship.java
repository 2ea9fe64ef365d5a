package io.sluice.formula.code;

import io.sluice.formula.Operation;
import io.sluice.formula.Steps;
import io.sluice.formula.Steps.Step;

/**
 * What registers have in common, by which results are known not to be NaN: powers of the same are
 * zero and infinite together, and of the parts of a number above and below zero one is zero.
 */
final class Kinship {

  private final int inputs;
  private final int[] bases;
  private final int[] wholes;
  private final boolean[] above;
  private final boolean[] given;

  Kinship(Steps program) {
    int registers = program.registers();
    inputs = program.inputs();
    bases = new int[registers];
    wholes = new int[registers];
    above = new boolean[registers];
    given = new boolean[registers];
    for (int register = 0; register < registers; register++) {
      bases[register] = register;
      wholes[register] = -1;
      given[register] = register > 0 && register < inputs;
    }
  }

  /** Whether a register depends on an input besides the first. */
  boolean isGiven(int register) {
    return given[register];
  }

  /** Takes note of a step, and says whether its operands being numbers makes its result one. */
  boolean add(Step step) {
    int u = step.u();
    int v = step.v();
    int operands = step.operation().operands();
    int result = step.result();
    given[result] =
        operands > 0 && given[u] || operands > 1 && given[v] || operands > 2 && given[step.w()];
    switch (step.operation()) {
      case SQUARE:
        bases[result] = bases[u];
        return false;
      case MULTIPLY:
        if (bases[u] == bases[v]) {
          bases[result] = bases[u];
          return true;
        }
        return false;
      case MULTIPLY_NUMBER:
        wholes[result] = wholes[u];
        above[result] = above[u];
        return false;
      case MAXIMUM_NUMBER, MINIMUM_NUMBER:
        if (step.number() == 0) {
          wholes[result] = u;
          above[result] = step.operation() == Operation.MAXIMUM_NUMBER;
        }
        return false;
      case ADD:
        return wholes[u] >= 0 && wholes[u] == wholes[v] && above[u] != above[v];
      default:
        return false;
    }
  }
}
