package io.sluice.formula;

import io.sluice.formula.Products.Product;
import java.util.Map;

/**
 * Sums, products and powers of nodes, simplified: numbers are computed, 0 and 1 vanish, signs move
 * outwards, and terms and factors that cancel do. Where nothing is to be simplified the order in
 * which a formula was written stays.
 */
class Algebra {

  /** Whole powers up to this one are products. */
  private static final int LARGEST_PRODUCT = 16;

  final Graph graph;
  final Products products;

  Algebra(Graph graph) {
    this.graph = graph;
    this.products = new Products(graph);
  }

  public final int constant(double number) {
    return graph.constant(number == 0 ? 0 : number);
  }

  public final int add(int u, int v) {
    if (graph.isConstant(u) && graph.isConstant(v)) {
      return constant(graph.number(u) + graph.number(v));
    }
    if (graph.isConstant(u, 0)) {
      return v;
    }
    if (graph.isConstant(v, 0)) {
      return u;
    }
    if (isNegative(v)) {
      return subtract(u, negate(v));
    }
    if (isNegative(u)) {
      return subtract(v, negate(u));
    }
    int collected = collected(u, v, 1);
    return collected >= 0 ? collected : sumOf(u, v);
  }

  public final int subtract(int u, int v) {
    if (graph.isConstant(v)) {
      return add(u, constant(-graph.number(v)));
    }
    if (graph.isConstant(u, 0)) {
      return negate(v);
    }
    if (u == v) {
      return constant(0);
    }
    if (isNegative(v)) {
      return add(u, negate(v));
    }
    int collected = collected(u, v, -1);
    return collected >= 0 ? collected : differenceOf(u, v);
  }

  /** What is known of a sum that has no like terms. */
  int sumOf(int u, int v) {
    return graph.node(Operation.ADD, u, v);
  }

  /** What is known of a difference that has no like terms. */
  int differenceOf(int u, int v) {
    return graph.node(Operation.SUBTRACT, u, v);
  }

  /** Whether it is better written with a minus before it; numbers are not. */
  private boolean isNegative(int node) {
    return graph.is(node, Operation.NEGATE)
        || graph.is(node, Operation.MULTIPLY)
            && graph.isConstant(graph.u(node))
            && graph.number(graph.u(node)) < 0;
  }

  /** The sum with like terms put together, or -1 if there are none. */
  private int collected(int u, int v, double sign) {
    Map<Map<Integer, Integer>, Double> terms = products.terms(u);
    Map<Map<Integer, Integer>, Double> others = terms == null ? null : products.terms(v);
    if (others == null || others.keySet().stream().noneMatch(terms::containsKey)) {
      return -1;
    }
    others.forEach((term, number) -> terms.merge(term, sign * number, Double::sum));
    return sum(terms);
  }

  /** The sum of terms with their numbers, in their order. */
  final int sum(Map<Map<Integer, Integer>, Double> terms) {
    terms.values().removeIf(number -> number == 0);
    int sum = constant(0);
    for (Map.Entry<Map<Integer, Integer>, Double> term : terms.entrySet()) {
      double number = term.getValue();
      int rest = product(new Product(Math.abs(number), term.getKey()));
      sum = plain(sum, rest, number < 0);
    }
    return sum;
  }

  private int plain(int u, int v, boolean minus) {
    if (graph.isConstant(u, 0)) {
      return minus ? negate(v) : v;
    }
    if (graph.isConstant(v) && minus) {
      return sumOf(u, constant(-graph.number(v)));
    }
    return minus ? differenceOf(u, v) : sumOf(u, v);
  }

  public final int negate(int u) {
    switch (graph.operation(u)) {
      case CONSTANT:
        return constant(-graph.number(u));
      case NEGATE:
        return graph.u(u);
      case SUBTRACT:
        return subtract(graph.v(u), graph.u(u));
      case MULTIPLY:
        if (graph.isConstant(graph.u(u))) {
          return multiply(constant(-graph.number(graph.u(u))), graph.v(u));
        }
        return graph.node(Operation.NEGATE, u);
      default:
        return graph.node(Operation.NEGATE, u);
    }
  }

  public final int multiply(int u, int v) {
    if (graph.isConstant(v)) {
      return graph.isConstant(u) ? constant(graph.number(u) * graph.number(v)) : multiply(v, u);
    }
    if (graph.isConstant(u)) {
      return scaled(graph.number(u), v);
    }
    if (graph.is(u, Operation.NEGATE)) {
      return negate(multiply(graph.u(u), v));
    }
    if (graph.is(v, Operation.NEGATE)) {
      return negate(multiply(u, graph.u(v)));
    }
    double number = scale(u) * scale(v);
    if (scale(u) != 1 || scale(v) != 1) {
      return scaled(number, multiply(unscaled(u), unscaled(v)));
    }
    Product left = products.factors(u);
    Product right = products.factors(v);
    Product both = products.combined(left, right, false);
    int known = removable(both);
    if (known >= 0) {
      return known;
    }
    if (products.cancel(left, right, false)) {
      return product(both);
    }
    return u == v ? square(u) : productOf(u, v);
  }

  /** What is known of a product in which nothing cancels. */
  int productOf(int u, int v) {
    return graph.node(Operation.MULTIPLY, u, v);
  }

  private double scale(int node) {
    boolean scaled = graph.is(node, Operation.MULTIPLY) && graph.isConstant(graph.u(node));
    return scaled ? graph.number(graph.u(node)) : 1;
  }

  private int unscaled(int node) {
    return scale(node) == 1 ? node : graph.v(node);
  }

  private int scaled(double number, int v) {
    if (number == 0) {
      return constant(0);
    }
    if (number == 1) {
      return v;
    }
    if (graph.isConstant(v)) {
      return constant(number * graph.number(v));
    }
    if (graph.is(v, Operation.NEGATE)) {
      return scaled(-number, graph.u(v));
    }
    if (number == -1) {
      return graph.is(v, Operation.MULTIPLY) && graph.isConstant(graph.u(v))
          ? scaled(-graph.number(graph.u(v)), graph.v(v))
          : negate(v);
    }
    if (graph.is(v, Operation.MULTIPLY) && graph.isConstant(graph.u(v))) {
      return scaled(number * graph.number(graph.u(v)), graph.v(v));
    }
    return graph.node(Operation.MULTIPLY, constant(number), v);
  }

  final int square(int u) {
    switch (graph.operation(u)) {
      case CONSTANT:
        return constant(graph.number(u) * graph.number(u));
      case NEGATE, ABSOLUTE:
        return square(graph.u(u));
      case SQRT:
        return graph.u(u);
      case SIGN:
        return constant(1);
      default:
        return graph.node(Operation.SQUARE, u);
    }
  }

  public final int divide(int u, int v) {
    if (graph.isConstant(u) && graph.isConstant(v)) {
      double quotient = graph.number(u) / graph.number(v);
      return Double.isNaN(quotient) ? graph.node(Operation.DIVIDE, u, v) : constant(quotient);
    }
    if (graph.isConstant(v, 1) || graph.isConstant(u, 0)) {
      return u;
    }
    if (graph.isConstant(v, -1)) {
      return negate(u);
    }
    if (graph.is(u, Operation.NEGATE)) {
      return negate(divide(graph.u(u), v));
    }
    if (graph.is(v, Operation.NEGATE)) {
      return negate(divide(u, graph.u(v)));
    }
    if (graph.isConstant(v) && isPowerOfTwo(graph.number(v))) {
      return scaled(1 / graph.number(v), u);
    }
    Product over = products.factors(u);
    Product under = products.factors(v);
    Product both = products.combined(over, under, true);
    int known = removable(both);
    if (known >= 0) {
      return known;
    }
    if (products.cancel(over, under, true)) {
      return product(both);
    }
    return quotientOf(u, v);
  }

  /** What is known of a product with a removable point; -1 if it has none. */
  int removable(Product product) {
    return -1;
  }

  /** What is known of a quotient in which nothing cancels. */
  int quotientOf(int u, int v) {
    return graph.node(Operation.DIVIDE, u, v);
  }

  private static boolean isPowerOfTwo(double number) {
    long bits = Double.doubleToRawLongBits(number);
    return (bits & 0xFFFFFFFFFFFFFL) == 0 && Math.abs(number) > 1e-9 && Math.abs(number) < 1e9;
  }

  /** A product from its factors: those above the line over those below it, times the number. */
  final int product(Product product) {
    int over = constant(1);
    int under = constant(1);
    for (Map.Entry<Integer, Integer> factor : product.halves().entrySet()) {
      int power = factor.getValue();
      int value = halves(factor.getKey(), Math.abs(power));
      if (power > 0) {
        over = graph.isConstant(over, 1) ? value : productOf(over, value);
      } else {
        under = graph.isConstant(under, 1) ? value : productOf(under, value);
      }
    }
    int all = graph.isConstant(under, 1) ? over : quotientOf(over, under);
    return scaled(product.number(), all);
  }

  private int halves(int node, int power) {
    int whole = power / 2 == 0 ? constant(1) : wholePower(node, power / 2);
    if (power % 2 == 0) {
      return whole;
    }
    int root = graph.node(Operation.SQRT, node);
    return graph.isConstant(whole, 1) ? root : productOf(whole, root);
  }

  final int wholePower(int u, int exponent) {
    if (exponent == 1) {
      return u;
    }
    int half = square(wholePower(u, exponent / 2));
    return exponent % 2 == 0 ? half : productOf(u, half);
  }

  /** u to the power v. */
  public final int power(int u, int v) {
    if (graph.isConstant(u) && graph.isConstant(v)) {
      return graph.constant(io.sluice.math.Power.pow(graph.number(u), graph.number(v)));
    }
    if (graph.isConstant(v)) {
      double exponent = graph.number(v);
      if (exponent == 0) {
        return constant(1);
      }
      boolean small = Math.abs(exponent) <= LARGEST_PRODUCT;
      if (small && exponent == Math.rint(exponent)) {
        int power = wholePower(u, (int) Math.abs(exponent));
        return exponent > 0 ? power : divide(constant(1), power);
      }
      if (exponent == 0.5 || exponent == -0.5) {
        int root = squareRoot(u);
        return exponent > 0 ? root : divide(constant(1), root);
      }
    }
    return graph.node(Operation.POWER, u, v);
  }

  final int squareRoot(int u) {
    if (graph.is(u, Operation.SQUARE)) {
      return graph.node(Operation.ABSOLUTE, graph.u(u));
    }
    if (graph.isConstant(u) && graph.number(u) >= 0) {
      return constant(Math.sqrt(graph.number(u)));
    }
    return graph.node(Operation.SQRT, u);
  }
}
