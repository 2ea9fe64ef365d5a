package io.sluice.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Expressions as a graph in which equal parts exist once. A node is an index; operands have smaller
 * indices than the nodes made of them.
 */
final class Graph {

  /** More is a sign of a formula that grows without end; a formula's own size is far below. */
  private static final int MOST_NODES = 100_000;

  private final List<Node> nodes = new ArrayList<>();
  private final List<Boolean> variable = new ArrayList<>();
  private final Map<Node, Integer> known = new HashMap<>();

  /**
   * What a node is.
   *
   * @param u the first operand, or -1
   * @param v the second operand, or -1
   * @param w the third operand, or -1
   * @param number the value of a constant, the index of a parameter, a row of {@link Vanishing}, or
   *     0
   */
  record Node(Operation operation, int u, int v, int w, double number) {}

  int constant(double number) {
    return intern(new Node(Operation.CONSTANT, -1, -1, -1, number));
  }

  int variable() {
    return intern(new Node(Operation.VARIABLE, -1, -1, -1, 0));
  }

  int parameter(int index) {
    return intern(new Node(Operation.PARAMETER, -1, -1, -1, index));
  }

  /** The node of this operation, without any simplification. */
  int node(Operation operation, int u) {
    return intern(new Node(operation, u, -1, -1, 0));
  }

  /** The node of this operation, without any simplification. */
  int node(Operation operation, int u, int v) {
    boolean swap =
        operation.isCommutative() && (isConstant(v) && !isConstant(u) || u > v && !isConstant(u));
    return intern(new Node(operation, swap ? v : u, swap ? u : v, -1, 0));
  }

  /** The node of this operation, without any simplification. */
  int node(Operation operation, int u, int v, int w) {
    return intern(new Node(operation, u, v, w, 0));
  }

  /** The node of this operation that takes a number, without any simplification. */
  int numbered(Operation operation, int u, double number) {
    return intern(new Node(operation, u, -1, -1, number));
  }

  /** The node of this operation if there is one, or else -1. */
  int find(Operation operation, int u) {
    return known.getOrDefault(new Node(operation, u, -1, -1, 0), -1);
  }

  private int intern(Node node) {
    Integer index = known.get(node);
    if (index != null) {
      return index;
    }
    if (nodes.size() == MOST_NODES) {
      throw new IllegalArgumentException(
          "the formula is too complicated: its slopes have more than " + MOST_NODES + " parts");
    }
    nodes.add(node);
    variable.add(
        node.operation() == Operation.VARIABLE
            || node.u() >= 0 && variable.get(node.u())
            || node.v() >= 0 && variable.get(node.v())
            || node.w() >= 0 && variable.get(node.w()));
    known.put(node, nodes.size() - 1);
    return nodes.size() - 1;
  }

  Node get(int index) {
    return nodes.get(index);
  }

  Operation operation(int index) {
    return nodes.get(index).operation();
  }

  int u(int index) {
    return nodes.get(index).u();
  }

  int v(int index) {
    return nodes.get(index).v();
  }

  boolean is(int index, Operation operation) {
    return operation(index) == operation;
  }

  boolean isConstant(int index) {
    return is(index, Operation.CONSTANT);
  }

  boolean isConstant(int index, double number) {
    return isConstant(index) && number(index) == number;
  }

  double number(int index) {
    return nodes.get(index).number();
  }

  /** Whether x is somewhere in it. */
  boolean dependsOnVariable(int index) {
    return variable.get(index);
  }

  int size() {
    return nodes.size();
  }
}
