package io.sluice.formula.code;

import io.sluice.formula.Operation;
import java.util.List;

/**
 * One value of a loop, made by plain arithmetic.
 *
 * @param operation one that {@link Arithmetic#of} knows, none with a number in its name
 * @param gate for a SELECT the comparison that decides, whose operands come first; else null
 * @param order of a SELECT of two numbers how the second compares with the first, as {@link
 *     Double#compare}; else null
 * @param operands registers, or {@linkplain Operand numbers}
 * @param result the register that it sets
 */
record Element(
    Operation operation, Operation gate, Integer order, List<Integer> operands, int result) {

  Element {
    operands = List.copyOf(operands);
  }
}
