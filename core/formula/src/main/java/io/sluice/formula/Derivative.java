package io.sluice.formula;

import java.util.HashMap;
import java.util.Map;

/**
 * The slope of every node by one variable, made of nodes of the same graph, so that values and
 * slopes share what they have in common.
 */
final class Derivative {

  private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
  private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;
  private static final double LN2 = 0.6931471805599453;
  private static final double LN10 = 2.302585092994046;

  private final Rewriter rewriter;
  private final Graph graph;
  private final int by;
  private final Map<Integer, Integer> slopes = new HashMap<>();

  /**
   * The derivative by one variable.
   *
   * @param by the node of x or of a parameter
   */
  Derivative(Rewriter rewriter, int by) {
    this.rewriter = rewriter;
    this.graph = rewriter.graph;
    this.by = by;
  }

  /** The node of the slope of a node. */
  int of(int node) {
    Integer known = slopes.get(node);
    if (known == null) {
      known = node == by ? one() : computed(node);
      slopes.put(node, known);
    }
    return known;
  }

  private int computed(int node) {
    switch (graph.operation(node)) {
      case CONSTANT, VARIABLE, PARAMETER, LESS, AT_MOST, EQUAL, SIGN:
        return rewriter.constant(0);
      case ADD:
        return rewriter.add(of(graph.u(node)), of(graph.v(node)));
      case SUBTRACT:
        return rewriter.subtract(of(graph.u(node)), of(graph.v(node)));
      case NEGATE:
        return rewriter.negate(of(graph.u(node)));
      case MULTIPLY:
        return rewriter.add(
            rewriter.multiply(of(graph.u(node)), graph.v(node)),
            rewriter.multiply(graph.u(node), of(graph.v(node))));
      case DIVIDE:
        return quotient(node);
      case POWER:
        return power(node);
      case MINIMUM:
        return extreme(node, graph.u(node), graph.v(node));
      case MAXIMUM:
        return extreme(node, graph.v(node), graph.u(node));
      case SELECT:
        return rewriter.select(graph.u(node), of(graph.v(node)), of(graph.get(node).w()));
      default:
        int inner = of(graph.u(node));
        return graph.isConstant(inner, 0)
            ? inner
            : rewriter.multiply(outer(node, graph.u(node)), inner);
    }
  }

  private int extreme(int node, int low, int high) {
    int mask = rewriter.comparison(Operation.AT_MOST, low, high);
    int first = of(graph.u(node));
    return rewriter.select(mask, first, of(graph.v(node)));
  }

  /**
   * (u' v - u v') / v², but for a root v = √w (u' w - u w' / 2) / (w √w): then what cancels are
   * terms and not numbers.
   */
  private int quotient(int node) {
    int u = graph.u(node);
    int v = graph.v(node);
    int du = of(u);
    int dv = of(v);
    if (graph.isConstant(dv, 0)) {
      return rewriter.divide(du, v);
    }
    if (graph.is(v, Operation.SQRT)) {
      int w = graph.u(v);
      int half = rewriter.multiply(rewriter.constant(0.5), rewriter.multiply(u, of(w)));
      int over = rewriter.subtract(rewriter.multiply(du, w), half);
      return rewriter.divide(over, graph.node(Operation.MULTIPLY, w, v));
    }
    int rest = rest(u, v, du, dv);
    int over =
        rest >= 0
            ? rewriter.multiply(du, rest)
            : rewriter.subtract(rewriter.multiply(du, v), rewriter.multiply(u, dv));
    return rewriter.divide(over, rewriter.square(v));
  }

  /** Of v = k u + w with a number k the w, when its slope is 0: then u' v - u v' is u' w; or -1. */
  private int rest(int u, int v, int du, int dv) {
    int ratio = rewriter.divide(dv, du);
    if (!graph.isConstant(ratio)) {
      return -1;
    }
    int rest = rewriter.subtract(v, rewriter.multiply(ratio, u));
    return graph.isConstant(of(rest), 0) ? rest : -1;
  }

  private int power(int node) {
    int u = graph.u(node);
    int v = graph.v(node);
    int du = of(u);
    int dv = of(v);
    int byBase = rewriter.constant(0);
    if (!graph.isConstant(du, 0)) {
      int less = rewriter.power(u, rewriter.subtract(v, one()));
      byBase = rewriter.multiply(rewriter.multiply(v, less), du);
    }
    if (graph.isConstant(dv, 0)) {
      return byBase;
    }
    int logarithm = rewriter.apply(Operation.LOG, u);
    return rewriter.add(byBase, rewriter.multiply(rewriter.multiply(node, logarithm), dv));
  }

  /** The slope of a function of u by u. */
  private int outer(int node, int u) {
    switch (graph.operation(node)) {
      case SQUARE:
        return rewriter.multiply(rewriter.constant(2), u);
      case ABSOLUTE:
        return rewriter.apply(Operation.SIGN, u);
      case SQRT:
        return rewriter.divide(rewriter.constant(0.5), node);
      case CBRT:
        return rewriter.divide(one(), times(3, rewriter.square(node)));
      case EXP:
        return node;
      case EXPM1:
        return rewriter.apply(Operation.EXP, u);
      case LOG:
        return rewriter.divide(one(), u);
      case LOG1P:
        return rewriter.divide(one(), rewriter.add(one(), u));
      case LOG2:
        return rewriter.divide(one(), times(LN2, u));
      case LOG10:
        return rewriter.divide(one(), times(LN10, u));
      case SINH:
        return rewriter.apply(Operation.COSH, u);
      case COSH:
        return rewriter.apply(Operation.SINH, u);
      case SIN:
        return rewriter.apply(Operation.COS, u);
      case COS:
        return rewriter.negate(rewriter.apply(Operation.SIN, u));
      case TAN:
        return rewriter.add(one(), rewriter.square(node));
      case ASIN:
        return rewriter.divide(one(), root(rewriter.subtract(one(), rewriter.square(u))));
      case ACOS:
        return rewriter.negate(
            rewriter.divide(one(), root(rewriter.subtract(one(), rewriter.square(u)))));
      case ATAN:
        return rewriter.divide(one(), rewriter.add(one(), rewriter.square(u)));
      case ASINH:
        return rewriter.divide(one(), root(rewriter.add(one(), rewriter.square(u))));
      case ACOSH:
        return rewriter.divide(one(), root(rewriter.subtract(rewriter.square(u), one())));
      case ATANH:
        return rewriter.divide(one(), rewriter.subtract(one(), rewriter.square(u)));
      default:
        return bellShaped(node, u);
    }
  }

  /** The slopes of what saturates, and of what has such a slope. */
  private int bellShaped(int node, int u) {
    switch (graph.operation(node)) {
      case TANH:
        return rewriter.apply(Operation.SECH_SQUARED, u);
      case SECH_SQUARED:
        return times(-2, rewriter.multiply(rewriter.apply(Operation.TANH, u), node));
      case ERF:
        return times(TWO_OVER_ROOT_PI, rewriter.apply(Operation.GAUSSIAN, u));
      case ERFC:
        return times(-TWO_OVER_ROOT_PI, rewriter.apply(Operation.GAUSSIAN, u));
      case GAUSSIAN:
        return times(-2, rewriter.multiply(u, node));
      case NORMCDF:
        return times(INVERSE_ROOT_TWO_PI, rewriter.apply(Operation.BELL, u));
      case BELL:
        return rewriter.negate(rewriter.multiply(u, node));
      case SIGMOID:
        return rewriter.apply(Operation.SIGMOID_SLOPE, u);
      case SIGMOID_SLOPE:
        int half = rewriter.apply(Operation.TANH, times(0.5, u));
        return rewriter.negate(rewriter.multiply(half, node));
      case SOFTPLUS:
        return rewriter.apply(Operation.SIGMOID, u);
      case GATE:
        return rewriter.apply(Operation.GATE_SLOPE, u);
      case SINC:
        return rewriter.apply(Operation.SINC_SLOPE, u);
      case ROOT_MINUS_ONE:
        return rewriter.divide(rewriter.constant(0.5), root(rewriter.add(one(), u)));
      case QUOTIENT:
        return graph.numbered(Operation.QUOTIENT_SLOPE, u, graph.number(node));
      case INVERSE_QUOTIENT:
        return graph.numbered(Operation.INVERSE_QUOTIENT_SLOPE, u, graph.number(node));
      default:
        throw new IllegalStateException("no slope of " + graph.operation(node));
    }
  }

  private int root(int u) {
    return rewriter.apply(Operation.SQRT, u);
  }

  private int times(double number, int u) {
    return rewriter.multiply(rewriter.constant(number), u);
  }

  private int one() {
    return rewriter.constant(1);
  }
}
