package io.sluice.formula.code;

import io.sluice.formula.Operation;
import io.sluice.formula.Steps;
import io.sluice.formula.Steps.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The steps of a program told apart: {@link Element}s, which loops can do together, and the others,
 * which have loops of their own. Numbers move into a list.
 */
final class Lowering {

  /**
   * Inputs up to here are expected. A choice between values that are NaN for some of them is left
   * to the interpreter's loop; beyond, the interpreter repeats what becomes NaN.
   */
  private static final double USUAL = 20;

  private final List<Object> lowered = new ArrayList<>();
  private final List<Double> numbers = new ArrayList<>();
  private final Map<Integer, Element> made = new HashMap<>();
  private final Map<Integer, Integer> fills = new HashMap<>();
  private final int[] results;
  private int registers;

  Lowering(Steps program) {
    registers = program.registers();
    Span[] usual = Spans.of(program, USUAL);
    for (Step step : program.steps()) {
      lower(step, usual);
    }
    results = new int[program.results().size()];
    for (int k = 0; k < results.length; k++) {
      int register = program.results().get(k);
      boolean known = register < program.inputs() || fills.containsKey(register);
      for (int other = 0; other < k; other++) {
        known |= results[other] == register;
      }
      results[k] = known ? copy(register) : register;
    }
  }

  /** Elements, and steps, in an order in which they can be run. */
  List<Object> lowered() {
    return lowered;
  }

  double[] numbers() {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The place in the list of numbers. */
  int number(double number) {
    for (int i = 0; i < numbers.size(); i++) {
      if (Double.doubleToRawLongBits(numbers.get(i)) == Double.doubleToRawLongBits(number)) {
        return i;
      }
    }
    numbers.add(number);
    return numbers.size() - 1;
  }

  int registers() {
    return registers;
  }

  /** The registers of the results, all different and none of them an input. */
  int[] results() {
    return results;
  }

  private int copy(int register) {
    int copy = registers++;
    add(new Element(Operation.FILL, null, null, List.of(operand(register)), copy));
    return copy;
  }

  private void lower(Step step, Span[] usual) {
    Operation operation = step.operation();
    int u = step.u();
    int v = step.v();
    switch (operation) {
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM, LESS, AT_MOST, EQUAL ->
          add(operation, step, operand(u), operand(v));
      case WHERE_DEFINED, SIGMOID_OF_DECAY, GATE_OF_DECAY, GATE_SLOPE_OF_DECAY ->
          add(operation, step, operand(u), operand(v));
      case SOFTPLUS_OF_LOGARITHM -> add(operation, step, operand(u), operand(v));
      case NEGATE, SQUARE, ABSOLUTE, SIGN, SQRT, SIGMOID_SLOPE_OF_DECAY ->
          add(operation, step, operand(u));
      case FILL -> {
        int place = place(step.number());
        fills.put(step.result(), place);
        add(operation, step, place);
      }
      case ADD_NUMBER -> add(Operation.ADD, step, operand(u), place(step.number()));
      case NUMBER_SUBTRACT -> add(Operation.SUBTRACT, step, place(step.number()), operand(u));
      case MULTIPLY_NUMBER -> add(Operation.MULTIPLY, step, operand(u), place(step.number()));
      case DIVIDE_NUMBER -> add(Operation.DIVIDE, step, operand(u), place(step.number()));
      case NUMBER_DIVIDE -> add(Operation.DIVIDE, step, place(step.number()), operand(u));
      case MINIMUM_NUMBER -> add(Operation.MINIMUM, step, operand(u), place(step.number()));
      case MAXIMUM_NUMBER -> add(Operation.MAXIMUM, step, operand(u), place(step.number()));
      case LESS_NUMBER -> add(Operation.LESS, step, operand(u), place(step.number()));
      case NUMBER_LESS -> add(Operation.LESS, step, place(step.number()), operand(u));
      case AT_MOST_NUMBER -> add(Operation.AT_MOST, step, operand(u), place(step.number()));
      case NUMBER_AT_MOST -> add(Operation.AT_MOST, step, place(step.number()), operand(u));
      case SELECT -> {
        if (usual[v].mayBeNan() || usual[step.w()].mayBeNan()) {
          lowered.add(step);
        } else {
          select(step);
        }
      }
      default -> lowered.add(step);
    }
  }

  /** A choice by a comparison does without the comparison's 1 and 0. */
  private void select(Step step) {
    Element mask = made.get(step.u());
    int then = operand(step.v());
    int otherwise = operand(step.w());
    boolean compared =
        mask != null
            && (mask.operation() == Operation.LESS
                || mask.operation() == Operation.AT_MOST
                || mask.operation() == Operation.EQUAL);
    // Any other mask is 1 or 0, which zero is less than or not.
    Operation gate = compared ? mask.operation() : Operation.LESS;
    int left = compared ? mask.operands().get(0) : Operand.ZERO;
    int right = compared ? mask.operands().get(1) : operand(step.u());
    boolean numbersOnly = !Operand.isRegister(then) && !Operand.isRegister(otherwise);
    Integer order = numbersOnly ? Double.compare(value(otherwise), value(then)) : null;
    List<Integer> operands = List.of(left, right, then, otherwise);
    add(new Element(Operation.SELECT, gate, order, operands, step.result()));
  }

  private double value(int operand) {
    return Operand.isZero(operand) ? 0 : numbers.get(Operand.index(operand));
  }

  private void add(Operation operation, Step step, Integer... operands) {
    add(new Element(operation, null, null, List.of(operands), step.result()));
  }

  private void add(Element element) {
    lowered.add(element);
    made.put(element.result(), element);
  }

  private int operand(int register) {
    return fills.getOrDefault(register, register);
  }

  private int place(double number) {
    return Double.doubleToRawLongBits(number) == 0 ? Operand.ZERO : Operand.number(number(number));
  }
}
