package io.sluice.formula;

import io.sluice.formula.Graph.Node;
import io.sluice.formula.Steps.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes programs of nodes. */
final class Compiler {

  private static final int NONE = -1;

  private final Graph graph;
  private final double[] values;
  private final int[] given;
  private final TreeSet<Integer> needed = new TreeSet<>();
  private final Map<Integer, Double> numbers = new HashMap<>();
  private final Map<Integer, Integer> registers = new HashMap<>();
  private final Map<Integer, Integer> decays = new HashMap<>();
  private final Map<Double, Integer> fills = new HashMap<>();
  private final List<Step> steps = new ArrayList<>();
  private int registerCount;

  private Compiler(Graph graph, double[] values, int[] given) {
    this.graph = graph;
    this.values = values;
    this.given = given;
    this.registerCount = 1 + given.length;
  }

  /**
   * A program that is given some parameters with every input; the others have these values.
   *
   * @param given the indexes of those that are given, in the order in which they are
   */
  static Program given(Graph graph, double[] values, int[] given, int... results) {
    return new Compiler(graph, values, given).compile(results);
  }

  /** A program for these values of the parameters, with the bits of the one that is given them. */
  static Program fixed(Graph graph, double[] values, int... results) {
    return given(graph, values, new int[0], results);
  }

  /**
   * Steps that are given all parameters and no x.
   *
   * @param count how many parameters there are
   */
  static Steps steps(Graph graph, int count, int... results) {
    int[] given = IntStream.range(0, count).toArray();
    return new Compiler(graph, new double[count], given).steps(results, false);
  }

  private Program compile(int[] results) {
    return new Program(steps(results, true), given.length > 0);
  }

  /**
   * The steps.
   *
   * @param ofInput whether a result is to be NaN where x is
   */
  private Steps steps(int[] results, boolean ofInput) {
    for (int result : results) {
      need(result);
    }
    for (int node : needed) {
      if (!numbers.containsKey(node) && !registers.containsKey(node)) {
        emit(node);
      }
    }
    int[] resultRegisters = new int[results.length];
    for (int k = 0; k < results.length; k++) {
      int register = register(results[k]);
      resultRegisters[k] =
          !ofInput || graph.dependsOnVariable(results[k])
              ? register
              : add(Operation.WHERE_DEFINED, 0, register, 0, 0, 0);
    }
    return new Steps(
        steps, registerCount, 1 + given.length, Arrays.stream(resultRegisters).boxed().toList());
  }

  private void need(int node) {
    if (!needed.add(node)) {
      return;
    }
    Node what = graph.get(node);
    Bend bend = Bend.of(graph, what);
    if (bend != null) {
      need(bend.inner());
      for (int slope : new int[] {bend.above(), bend.below()}) {
        if (slope != Bend.ONE) {
          need(slope);
        }
      }
      return;
    }
    int operands = what.operation().operands();
    if (operands > 0) {
      need(what.u());
    }
    if (what.operation() == Operation.SELECT && isKnown(what.u()) && isDecided(what.u())) {
      need(chosen(what));
      return;
    }
    if (operands > 1) {
      need(what.v());
    }
    if (operands > 2) {
      need(what.w());
    }
  }

  /** Whether it is a number, which then is computed. */
  private boolean isKnown(int node) {
    Node what = graph.get(node);
    int operands = what.operation().operands();
    boolean known =
        numbers.containsKey(node)
            || what.operation() == Operation.CONSTANT
            || what.operation() == Operation.PARAMETER && place((int) what.number()) < 0
            || operands > 0
                && isKnown(what.u())
                && (operands < 2 || isKnown(what.v()))
                && (operands < 3 || isKnown(what.w()));
    if (known && !numbers.containsKey(node)) {
      emit(node);
    }
    return known;
  }

  /** Whether a mask that is a number chooses. */
  private boolean isDecided(int mask) {
    return numbers.containsKey(mask) && (numbers.get(mask) == 1 || numbers.get(mask) == 0);
  }

  private int chosen(Node select) {
    return numbers.get(select.u()) == 1 ? select.v() : select.w();
  }

  private void emit(int node) {
    Node what = graph.get(node);
    switch (what.operation()) {
      case CONSTANT -> numbers.put(node, what.number());
      case VARIABLE -> registers.put(node, 0);
      case PARAMETER -> {
        int index = (int) what.number();
        int place = place(index);
        if (place < 0) {
          numbers.put(node, values[index]);
        } else {
          registers.put(node, 1 + place);
        }
      }
      default -> {
        if (what.operation() == Operation.SELECT && isDecided(what.u())) {
          int chosen = chosen(what);
          if (isNumber(chosen)) {
            numbers.put(node, numbers.get(chosen));
          } else {
            registers.put(node, register(chosen));
          }
        } else if (isNumber(what.u()) && isNumber(what.v()) && isNumber(what.w())) {
          numbers.put(node, computed(what));
        } else {
          Bend bend = Bend.of(graph, what);
          registers.put(node, bend == null ? step(node, what) : bend(bend));
        }
      }
    }
  }

  /** The place of a parameter among those that are given, or a negative number. */
  private int place(int parameter) {
    for (int k = 0; k < given.length; k++) {
      if (given[k] == parameter) {
        return k;
      }
    }
    return -1;
  }

  /** Whether the operand is a number, or there is none. */
  private boolean isNumber(int operand) {
    return operand < 0 || numbers.containsKey(operand);
  }

  private double computed(Node what) {
    double u = numbers.get(what.u());
    double v = what.v() < 0 ? 0 : numbers.get(what.v());
    double w = what.w() < 0 ? 0 : numbers.get(what.w());
    double result = Loops.evaluate(what.operation(), u, v, w, what.number());
    boolean zero = what.operation() == Operation.MULTIPLY && (u == 0 && v == v || v == 0 && u == u);
    return zero && Double.isNaN(result) ? 0 : result;
  }

  private int step(int node, Node what) {
    switch (what.operation()) {
      case SIGMOID:
        return needsDecay(what.u())
            ? ofDecay(Operation.SIGMOID_OF_DECAY, what.u())
            : pair(node, what, Operation.SIGMOID_SLOPE, Operation.SIGMOID_AND_SLOPE);
      case SIGMOID_SLOPE:
        int sigmoid = graph.find(Operation.SIGMOID, what.u());
        if (needed.contains(sigmoid) && !needsDecay(what.u())) {
          register(sigmoid);
          return registers.get(node);
        }
        return add(Operation.SIGMOID_SLOPE_OF_DECAY, decay(what.u()), 0, 0, 0, 0);
      case SOFTPLUS:
        int logarithm = add(Operation.LOG1P, decay(what.u()), 0, 0, 0, 0);
        return add(Operation.SOFTPLUS_OF_LOGARITHM, register(what.u()), logarithm, 0, 0, 0);
      case GATE:
        return ofDecay(Operation.GATE_OF_DECAY, what.u());
      case GATE_SLOPE:
        return ofDecay(Operation.GATE_SLOPE_OF_DECAY, what.u());
      case TANH:
        return pair(node, what, Operation.SECH_SQUARED, Operation.TANH_AND_SLOPE);
      case SIN:
        return pair(node, what, Operation.COS, Operation.SIN_AND_COS);
      case COS:
        int sine = graph.find(Operation.SIN, what.u());
        if (needed.contains(sine)) {
          register(sine);
          return registers.get(node);
        }
        break;
      case SINC:
        int known = graph.find(Operation.SIN, what.u());
        if (needed.contains(known)) {
          return add(Operation.SINC_OF_SINE, register(what.u()), register(known), 0, 0, 0);
        }
        break;
      case NORMCDF:
        int base = graph.is(what.u(), Operation.NEGATE) ? graph.u(what.u()) : what.u();
        int bell = graph.find(Operation.BELL, base);
        if (needed.contains(bell)) {
          return add(Operation.NORMCDF_OF_BELL, register(what.u()), register(bell), 0, 0, 0);
        }
        break;
      default:
        break;
    }
    return general(what);
  }

  /** c max(u, 0) + d min(u, 0). */
  private int bend(Bend bend) {
    int above = half(Operation.MAXIMUM_NUMBER, bend.inner(), bend.above());
    int below = half(Operation.MINIMUM_NUMBER, bend.inner(), bend.below());
    if (above == NONE && below == NONE) {
      int zero = add(Operation.MULTIPLY_NUMBER, register(bend.inner()), 0, 0, 0, 0);
      return add(Operation.ADD_NUMBER, zero, 0, 0, 0, 0);
    }
    if (above == NONE) {
      // As 0 max(u, 0) + d min(u, 0), which is never -0.
      return add(Operation.ADD_NUMBER, below, 0, 0, 0, 0);
    }
    return below == NONE ? above : add(Operation.ADD, above, below, 0, 0, 0);
  }

  /** The register of one half of a bend, or none if its slope is zero. */
  private int half(Operation operation, int inner, int slope) {
    Double number = slope == Bend.ONE ? Double.valueOf(1) : numbers.get(slope);
    if (number != null && number == 0) {
      return NONE;
    }
    int part = add(operation, register(inner), 0, 0, 0, 0);
    if (number == null) {
      return add(Operation.MULTIPLY, register(slope), part, 0, 0, 0);
    }
    return number == 1 ? part : add(Operation.MULTIPLY_NUMBER, part, 0, 0, 0, number);
  }

  private int general(Node what) {
    int second = what.operation() == Operation.SECH_SQUARED ? registerCount++ : 0;
    if (what.operation().operands() != 2) {
      int v = what.v() < 0 ? 0 : register(what.v());
      int w = what.w() < 0 ? 0 : register(what.w());
      return add(what.operation(), register(what.u()), v, w, second, what.number());
    }
    Double left = numbers.get(what.u());
    Double right = numbers.get(what.v());
    Operation withNumber = left == null && right == null ? null : withNumber(what, left != null);
    if (withNumber == null) {
      return add(what.operation(), register(what.u()), register(what.v()), 0, 0, 0);
    }
    return left != null
        ? add(withNumber, register(what.v()), 0, 0, 0, left)
        : add(withNumber, register(what.u()), 0, 0, 0, right);
  }

  /** The operation with a number for one operand, or null if there is none. */
  private static Operation withNumber(Node what, boolean first) {
    switch (what.operation()) {
      case ADD:
        return Operation.ADD_NUMBER;
      case SUBTRACT:
        return first ? Operation.NUMBER_SUBTRACT : null;
      case MULTIPLY:
        return Operation.MULTIPLY_NUMBER;
      case DIVIDE:
        return first ? Operation.NUMBER_DIVIDE : Operation.DIVIDE_NUMBER;
      case POWER:
        return first ? null : Operation.POWER_NUMBER;
      case MINIMUM:
        return Operation.MINIMUM_NUMBER;
      case MAXIMUM:
        return Operation.MAXIMUM_NUMBER;
      case LESS:
        return first ? Operation.NUMBER_LESS : Operation.LESS_NUMBER;
      case AT_MOST:
        return first ? Operation.NUMBER_AT_MOST : Operation.AT_MOST_NUMBER;
      default:
        return null;
    }
  }

  private int ofDecay(Operation operation, int u) {
    int decay = decay(u);
    return add(operation, register(u), decay, 0, 0, 0);
  }

  /** Whether e^-|u| has other uses than the logistic function of u and its slope. */
  private boolean needsDecay(int u) {
    int negative = graph.is(u, Operation.NEGATE) ? graph.u(u) : graph.find(Operation.NEGATE, u);
    return needsDecayOf(u)
        || negative >= 0
            && (needsDecayOf(negative)
                || needed.contains(graph.find(Operation.SIGMOID, negative))
                || needed.contains(graph.find(Operation.SIGMOID_SLOPE, negative)));
  }

  private boolean needsDecayOf(int u) {
    return needed.contains(graph.find(Operation.SOFTPLUS, u))
        || needed.contains(graph.find(Operation.GATE, u))
        || needed.contains(graph.find(Operation.GATE_SLOPE, u));
  }

  /** The register of e^-|u|, which -u shares. */
  private int decay(int u) {
    int base = graph.is(u, Operation.NEGATE) ? graph.u(u) : u;
    Integer known = decays.get(base);
    if (known == null) {
      known = add(Operation.DECAY, register(base), 0, 0, 0, 0);
      decays.put(base, known);
    }
    return known;
  }

  /** One step for both where both are needed. */
  private int pair(int node, Node what, Operation other, Operation both) {
    int twin = graph.find(other, what.u());
    if (!needed.contains(twin)) {
      return general(what);
    }
    int second = registerCount++;
    registers.put(twin, second);
    return add(both, register(what.u()), 0, 0, second, 0);
  }

  /** The register of a node; a number gets one that is filled with it. */
  private int register(int node) {
    Double number = numbers.get(node);
    if (number == null) {
      if (!registers.containsKey(node)) {
        emit(node);
      }
      return registers.get(node);
    }
    Integer known = fills.get(number);
    if (known == null) {
      known = add(Operation.FILL, 0, 0, 0, 0, number);
      fills.put(number, known);
    }
    return known;
  }

  private int add(Operation operation, int u, int v, int w, int second, double number) {
    int result = registerCount++;
    steps.add(new Step(operation, u, v, w, result, second, number));
    return result;
  }
}
