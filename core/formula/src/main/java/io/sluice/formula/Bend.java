package io.sluice.formula;

import io.sluice.formula.Graph.Node;

/**
 * A choice by the sign of u between multiples of u, as of leaky rectifiers: c u above zero and d u
 * below. It is computed as c max(u, 0) + d min(u, 0), without a choice.
 *
 * @param inner the node u
 * @param above the node c, which does not depend on x, or {@link #ONE}
 * @param below the node d, likewise
 */
record Bend(int inner, int above, int below) {

  /** Stands for a node of the number one, which there may be none of. */
  static final int ONE = -2;

  private static final int NOTHING = -1;

  /** The bend that a node is, or null if it is none. */
  static Bend of(Graph graph, Node node) {
    if (node.operation() != Operation.SELECT
        || !graph.is(node.u(), Operation.LESS) && !graph.is(node.u(), Operation.AT_MOST)) {
      return null;
    }
    int left = graph.u(node.u());
    int right = graph.v(node.u());
    boolean rising = graph.isConstant(left, 0);
    if (!rising && !graph.isConstant(right, 0)) {
      return null;
    }
    int inner = rising ? right : left;
    int then = slope(graph, node.v(), inner);
    int otherwise = slope(graph, node.w(), inner);
    if (then == NOTHING || otherwise == NOTHING || !graph.dependsOnVariable(inner)) {
      return null;
    }
    return rising ? new Bend(inner, then, otherwise) : new Bend(inner, otherwise, then);
  }

  /** What a node is of u, if that does not depend on x. */
  private static int slope(Graph graph, int node, int u) {
    if (node == u) {
      return ONE;
    }
    if (graph.isConstant(node, 0)) {
      return node;
    }
    if (!graph.is(node, Operation.MULTIPLY)) {
      return NOTHING;
    }
    int other = graph.v(node) == u ? graph.u(node) : graph.u(node) == u ? graph.v(node) : NOTHING;
    return other >= 0 && !graph.dependsOnVariable(other) ? other : NOTHING;
  }
}
