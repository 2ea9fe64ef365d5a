package io.sluice.formula;

import io.sluice.formula.Expression.Reduction;
import io.sluice.formula.Products.Product;

/**
 * Makes nodes, and in place of those that lose digits or overflow on the way such as give the same
 * accurately: {@code log(1 + exp(u))} is softplus. The list is in {@code docs/formulas.md}.
 */
final class Rewriter extends Algebra implements Nodes {

  private static final double HALF_ROOT = 0.7071067811865476;

  private final Cancellations cancellations;
  private final Removables removables;

  Rewriter(Graph graph) {
    this(graph, -1);
  }

  /**
   * One that removes points only from quotients by what depends on one variable.
   *
   * @param by the node of the variable, or -1 for all
   */
  Rewriter(Graph graph, int by) {
    super(graph);
    this.cancellations = new Cancellations(this);
    this.removables = new Removables(this, by);
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
    return graph.variable();
  }

  @Override
  public int parameter(int index) {
    return graph.parameter(index);
  }

  @Override
  public int reduction(Reduction reduction, int u) {
    throw new IllegalArgumentException("no formula has a " + reduction);
  }

  @Override
  public int apply(Operation operation, int u) {
    if (graph.is(u, Operation.NEGATE)) {
      if (operation.isOdd()) {
        return negate(apply(operation, graph.u(u)));
      }
      if (operation.isEven()) {
        return apply(operation, graph.u(u));
      }
    }
    switch (operation) {
      case NEGATE:
        return negate(u);
      case SQUARE:
        return square(u);
      case SQRT:
        return squareRoot(u);
      default:
        int known = known(operation, u);
        return known >= 0 ? known : plain(operation, u);
    }
  }

  private int plain(Operation operation, int u) {
    if (graph.isConstant(u)) {
      double value = Loops.evaluate(operation, graph.number(u), 0, 0, 0);
      if (!Double.isNaN(value)) {
        return constant(value);
      }
    }
    return graph.node(operation, u);
  }

  /** Another node that is the same function, or -1. */
  private int known(Operation operation, int u) {
    switch (operation) {
      case EXP:
        return exponential(u);
      case EXPM1:
        return graph.is(u, Operation.LOG1P) ? graph.u(u) : -1;
      case LOG:
        return logarithm(u);
      case LOG2:
        return ofNatural(u, 1.4426950408889634);
      case LOG10:
        return ofNatural(u, 0.4342944819032518);
      case LOG1P:
        if (graph.is(u, Operation.EXP)) {
          return apply(Operation.SOFTPLUS, graph.u(u));
        }
        return graph.is(u, Operation.EXPM1) ? graph.u(u) : -1;
      case TANH:
        return graph.is(u, Operation.SOFTPLUS) ? apply(Operation.GATE, graph.u(u)) : -1;
      case ERFC:
        int rooted = overRootOfTwo(u);
        return rooted >= 0 ? multiply(constant(2), apply(Operation.NORMCDF, negate(rooted))) : -1;
      case ABSOLUTE:
        return isNotNegative(u) ? u : -1;
      default:
        return -1;
    }
  }

  private boolean isNotNegative(int u) {
    switch (graph.operation(u)) {
      case ABSOLUTE, SQUARE, EXP, SQRT, SOFTPLUS, SIGMOID, NORMCDF, GAUSSIAN, BELL:
        return true;
      default:
        return false;
    }
  }

  private int exponential(int u) {
    if (graph.is(u, Operation.LOG)) {
      return graph.u(u);
    }
    if (graph.is(u, Operation.NEGATE) && graph.is(graph.u(u), Operation.SQUARE)) {
      return apply(Operation.GAUSSIAN, graph.u(graph.u(u)));
    }
    if (graph.is(u, Operation.MULTIPLY)
        && graph.isConstant(graph.u(u), -0.5)
        && graph.is(graph.v(u), Operation.SQUARE)) {
      return apply(Operation.BELL, graph.u(graph.v(u)));
    }
    return -1;
  }

  private int logarithm(int u) {
    if (graph.is(u, Operation.EXP)) {
      return graph.u(u);
    }
    if (graph.is(u, Operation.SIGMOID)) {
      return negate(apply(Operation.SOFTPLUS, negate(graph.u(u))));
    }
    int beyondOne = isSum(u) ? cancellations.without(u, 1) : -1;
    return beyondOne >= 0 ? apply(Operation.LOG1P, beyondOne) : -1;
  }

  private boolean isSum(int u) {
    return graph.is(u, Operation.ADD) || graph.is(u, Operation.SUBTRACT);
  }

  /** Another logarithm of a sum with 1, by the natural one; else -1. */
  private int ofNatural(int u, double factor) {
    int beyondOne = isSum(u) ? cancellations.without(u, 1) : -1;
    return beyondOne >= 0 ? multiply(constant(factor), apply(Operation.LOG1P, beyondOne)) : -1;
  }

  /** The operand w of w / √2, or -1. */
  private int overRootOfTwo(int u) {
    if (graph.is(u, Operation.NEGATE)) {
      int inner = overRootOfTwo(graph.u(u));
      return inner >= 0 ? negate(inner) : -1;
    }
    if (graph.is(u, Operation.DIVIDE) && graph.isConstant(graph.v(u), Math.sqrt(2))) {
      return graph.u(u);
    }
    if (graph.is(u, Operation.MULTIPLY) && graph.isConstant(graph.u(u))) {
      double factor = graph.number(graph.u(u));
      if (Math.abs(Math.abs(factor) - HALF_ROOT) <= 2 * Math.ulp(HALF_ROOT)) {
        return factor < 0 ? negate(graph.v(u)) : graph.v(u);
      }
    }
    return -1;
  }

  @Override
  int sumOf(int u, int v) {
    int known = cancellations.of(u, v, 1);
    return known >= 0 ? known : super.sumOf(u, v);
  }

  @Override
  int differenceOf(int u, int v) {
    int known = cancellations.of(u, v, -1);
    return known >= 0 ? known : super.differenceOf(u, v);
  }

  @Override
  int removable(Product product) {
    return removables.of(product);
  }

  @Override
  int productOf(int u, int v) {
    int known = knownProduct(u, v);
    if (known < 0) {
      known = knownProduct(v, u);
    }
    return known >= 0 ? known : super.productOf(u, v);
  }

  private int knownProduct(int u, int v) {
    if (graph.is(v, Operation.SIGN)) {
      if (graph.u(v) == u) {
        return apply(Operation.ABSOLUTE, u);
      }
      if (graph.is(u, Operation.ABSOLUTE) && graph.u(u) == graph.u(v)) {
        return graph.u(u);
      }
    }
    if (isGateOf(v, u)) {
      return u;
    }
    if (graph.is(u, Operation.EXP) && graph.is(v, Operation.EXP)) {
      return apply(Operation.EXP, add(graph.u(u), graph.u(v)));
    }
    if (graph.is(v, Operation.SIGMOID)) {
      int opposite = negate(graph.u(v));
      if (graph.is(u, Operation.EXP) && graph.u(u) == opposite) {
        return apply(Operation.SIGMOID, opposite);
      }
      if (graph.is(u, Operation.EXPM1) && graph.u(u) == opposite) {
        return apply(Operation.TANH, multiply(constant(0.5), opposite));
      }
      if (graph.is(u, Operation.SIGMOID) && graph.u(u) == opposite) {
        return apply(Operation.SIGMOID_SLOPE, opposite);
      }
    }
    return -1;
  }

  /** Whether one node is max(0, u) and the other 1 where u is above zero, else 0. */
  private boolean isGateOf(int mask, int maximum) {
    if (!graph.is(maximum, Operation.MAXIMUM) || !isComparison(mask)) {
      return false;
    }
    int u = graph.isConstant(graph.u(maximum), 0) ? graph.v(maximum) : graph.u(maximum);
    return !graph.is(mask, Operation.EQUAL)
        && graph.isConstant(graph.u(mask), 0)
        && graph.v(mask) == u
        && (graph.isConstant(graph.u(maximum), 0) || graph.isConstant(graph.v(maximum), 0));
  }

  private boolean isComparison(int node) {
    return graph.is(node, Operation.LESS)
        || graph.is(node, Operation.AT_MOST)
        || graph.is(node, Operation.EQUAL);
  }

  @Override
  int quotientOf(int u, int v) {
    if (graph.is(v, Operation.ADD)
        && graph.isConstant(graph.u(v), 1)
        && graph.is(graph.v(v), Operation.EXP)) {
      return multiply(u, apply(Operation.SIGMOID, negate(graph.u(graph.v(v)))));
    }
    if (graph.is(v, Operation.EXP)) {
      return multiply(u, apply(Operation.EXP, negate(graph.u(v))));
    }
    if (graph.is(v, Operation.ABSOLUTE) && graph.u(v) == u
        || graph.is(u, Operation.ABSOLUTE) && graph.u(u) == v) {
      return apply(Operation.SIGN, graph.is(u, Operation.ABSOLUTE) ? v : u);
    }
    if (graph.is(u, Operation.SINH) && graph.is(v, Operation.COSH) && graph.u(u) == graph.u(v)) {
      return apply(Operation.TANH, graph.u(u));
    }
    if (graph.is(v, Operation.ADD)
        && isTwice(u, Operation.SINH)
        && isOppositeExponentials(graph.u(v), graph.v(v))) {
      int w = graph.u(graph.v(u));
      if (w == graph.u(graph.u(v)) || w == graph.u(graph.v(v))) {
        return apply(Operation.TANH, w);
      }
    }
    return super.quotientOf(u, v);
  }

  private boolean isTwice(int u, Operation operation) {
    return graph.is(u, Operation.MULTIPLY)
        && graph.isConstant(graph.u(u), 2)
        && graph.is(graph.v(u), operation);
  }

  private boolean isOppositeExponentials(int u, int v) {
    return graph.is(u, Operation.EXP)
        && graph.is(v, Operation.EXP)
        && graph.u(u) == negate(graph.u(v));
  }

  @Override
  public int extreme(Operation operation, int u, int v) {
    if (graph.isConstant(u) && graph.isConstant(v)) {
      return constant(Loops.evaluate(operation, graph.number(u), graph.number(v), 0, 0));
    }
    return u == v ? u : graph.node(operation, u, v);
  }

  @Override
  public int comparison(Operation operation, int u, int v) {
    if (graph.isConstant(u) && graph.isConstant(v)) {
      return constant(Loops.evaluate(operation, graph.number(u), graph.number(v), 0, 0));
    }
    return graph.node(operation, u, v);
  }

  @Override
  public int select(int mask, int then, int otherwise) {
    if (graph.isConstant(mask)) {
      return graph.isConstant(mask, 1) ? then : otherwise;
    }
    if (graph.isConstant(then, 1) && graph.isConstant(otherwise, 0)) {
      return mask;
    }
    if (graph.isConstant(then, 0) && graph.isConstant(otherwise, 1)) {
      return opposite(mask);
    }
    if (graph.isConstant(otherwise, 0) && isComparison(then)) {
      return graph.node(Operation.MULTIPLY, mask, then);
    }
    if (graph.isConstant(then, 0) && isComparison(otherwise)) {
      return graph.node(Operation.MULTIPLY, opposite(mask), otherwise);
    }
    return then == otherwise ? then : graph.node(Operation.SELECT, mask, then, otherwise);
  }

  private int opposite(int mask) {
    switch (graph.operation(mask)) {
      case LESS:
        return comparison(Operation.AT_MOST, graph.v(mask), graph.u(mask));
      case AT_MOST:
        return comparison(Operation.LESS, graph.v(mask), graph.u(mask));
      default:
        return subtract(constant(1), mask);
    }
  }
}
