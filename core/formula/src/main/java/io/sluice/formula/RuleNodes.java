package io.sluice.formula;

import io.sluice.formula.Expression.Reduction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The graph of a rule. Its nodes compute what is written, in the order in which it is written:
 * nothing cancels, since a gradient may be infinite or no number; only what is made of numbers
 * alone is computed beforehand.
 */
final class RuleNodes implements Nodes {

  final Graph graph = new Graph();

  /** What the parameters of the graph stand for, by their indexes. */
  final List<Leaf> leaves = new ArrayList<>();

  private final int[] current;
  private final Map<Leaf, Integer> known = new HashMap<>();
  private final Map<Integer, Reduction> written = new HashMap<>();

  /** What a parameter of the graph stands for. */
  enum Kind {
    HYPERPARAMETER,
    GRADIENT,
    WEIGHT,
    STEP,
    /** What a name had when the step began. */
    STATE,
    /** The sum of a node over weights. */
    SUM,
    /** The largest of a node over weights. */
    LARGEST,
    /** How many weights there are. */
    COUNT
  }

  /**
   * What a parameter of the graph stands for.
   *
   * @param of the place of the name, or the node that is reduced
   * @param all whether all weights are reduced or counted and not those of a group
   */
  record Leaf(Kind kind, int of, boolean all) {}

  /** The nodes of these names, as they stand when a step begins. */
  RuleNodes(Names names, int hyperparameters) {
    current = new int[names.parameters().size()];
    Kind[] given = {Kind.GRADIENT, Kind.WEIGHT, Kind.STEP};
    for (int i = 0; i < current.length; i++) {
      int place = i - hyperparameters;
      Kind kind =
          place < 0 ? Kind.HYPERPARAMETER : place < given.length ? given[place] : Kind.STATE;
      current[i] = leaf(new Leaf(kind, i, false));
    }
  }

  private int leaf(Leaf leaf) {
    return known.computeIfAbsent(
        leaf,
        added -> {
          leaves.add(added);
          return graph.parameter(leaves.size() - 1);
        });
  }

  /** The node of a name as it stands. */
  int current(int name) {
    return current[name];
  }

  void assign(int name, int node) {
    current[name] = node;
  }

  /** What a node is a leaf of, or null. */
  Leaf leafAt(int node) {
    return graph.is(node, Operation.PARAMETER) ? leaves.get((int) graph.number(node)) : null;
  }

  /** Where the rule writes the reduction that this node is the result of. */
  Reduction written(int node) {
    return written.get(node);
  }

  @Override
  public int constant(double number) {
    return graph.constant(number);
  }

  @Override
  public boolean isConstant(int node) {
    return graph.isConstant(node);
  }

  @Override
  public boolean isConstant(int node, double number) {
    return graph.isConstant(node, number);
  }

  @Override
  public int variable() {
    throw new IllegalStateException("a rule has no x");
  }

  @Override
  public int parameter(int index) {
    return current[index];
  }

  @Override
  public int negate(int u) {
    return graph.is(u, Operation.NEGATE) ? graph.u(u) : plain(Operation.NEGATE, u);
  }

  @Override
  public int add(int u, int v) {
    return plain(Operation.ADD, u, v);
  }

  @Override
  public int subtract(int u, int v) {
    return plain(Operation.SUBTRACT, u, v);
  }

  @Override
  public int multiply(int u, int v) {
    return u == v ? plain(Operation.SQUARE, u) : plain(Operation.MULTIPLY, u, v);
  }

  @Override
  public int divide(int u, int v) {
    return plain(Operation.DIVIDE, u, v);
  }

  @Override
  public int power(int u, int v) {
    if (isConstant(v, 2)) {
      return plain(Operation.SQUARE, u);
    }
    return isConstant(v, 0.5) ? plain(Operation.SQRT, u) : plain(Operation.POWER, u, v);
  }

  @Override
  public int apply(Operation operation, int u) {
    return plain(operation, u);
  }

  @Override
  public int extreme(Operation operation, int u, int v) {
    return plain(operation, u, v);
  }

  @Override
  public int comparison(Operation operation, int u, int v) {
    return plain(operation, u, v);
  }

  @Override
  public int select(int mask, int then, int otherwise) {
    if (isConstant(mask)) {
      return isConstant(mask, 1) ? then : otherwise;
    }
    return graph.node(Operation.SELECT, mask, then, otherwise);
  }

  @Override
  public int reduction(Reduction reduction, int u) {
    RuleFunction function = reduction.function();
    boolean all = function.isOverAll();
    switch (function.ofGroup()) {
      case MEAN:
        return divide(reduced(Kind.SUM, u, all, reduction), count(all));
      case COUNT:
        return count(all);
      case NORM:
        return apply(Operation.SQRT, reduced(Kind.SUM, multiply(u, u), all, reduction));
      case LARGEST:
        return reduced(Kind.LARGEST, apply(Operation.ABSOLUTE, u), all, reduction);
      default:
        return reduced(Kind.SUM, u, all, reduction);
    }
  }

  private int count(boolean all) {
    return leaf(new Leaf(Kind.COUNT, 0, all));
  }

  private int reduced(Kind kind, int u, boolean all, Reduction reduction) {
    int node = leaf(new Leaf(kind, u, all));
    written.putIfAbsent(node, reduction);
    return node;
  }

  private int plain(Operation operation, int u) {
    return isConstant(u)
        ? constant(Loops.evaluate(operation, graph.number(u), 0, 0, 0))
        : graph.node(operation, u);
  }

  private int plain(Operation operation, int u, int v) {
    return isConstant(u) && isConstant(v)
        ? constant(evaluate(operation, graph.number(u), graph.number(v)))
        : graph.node(operation, u, v);
  }

  private static double evaluate(Operation operation, double u, double v) {
    return operation == Operation.POWER
        ? StrictMath.pow(u, v)
        : Loops.evaluate(operation, u, v, 0, 0);
  }
}
