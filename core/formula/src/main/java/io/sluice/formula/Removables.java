package io.sluice.formula;

import io.sluice.formula.Products.Product;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds in products the points that can be removed: a function f(w) of {@link Vanishing} over what
 * vanishes with it, such as {@code sin(a * x) / x}, is a times f(w) / w, which has a limit at zero.
 */
final class Removables {

  private final Rewriter rewriter;
  private final Graph graph;

  private final int by;
  private final Map<Integer, Boolean> dependent = new HashMap<>();

  /**
   * For the products of a rewriter.
   *
   * @param by the node on which a divisor must depend, or -1 for any divisor
   */
  Removables(Rewriter rewriter, int by) {
    this.rewriter = rewriter;
    this.graph = rewriter.graph;
    this.by = by;
  }

  /** The same product without its removable points; -1 if it has none. */
  int of(Product product) {
    boolean over = false;
    boolean under = false;
    for (int power : product.halves().values()) {
      over |= power > 0;
      under |= power < 0;
    }
    if (!over || !under) {
      return -1;
    }
    Product factored = factored(product, false);
    for (Map.Entry<Integer, Integer> factor : factored.halves().entrySet()) {
      int node = factor.getKey();
      Vanishing row = Vanishing.of(graph.operation(node));
      if (row != null && factor.getValue() % 2 == 0) {
        int known = removed(factored, node, row, factor.getValue());
        if (known >= 0) {
          return known;
        }
      }
    }
    return -1;
  }

  /** The same with x (x + a) in place of a sum x² + a x, if there are vanishing functions in it. */
  private Product factored(Product product, boolean anyway) {
    boolean any = anyway;
    for (int node : product.halves().keySet()) {
      any |= Vanishing.of(graph.operation(node)) != null;
    }
    if (!any) {
      return product;
    }
    Map<Integer, Integer> halves = new TreeMap<>();
    for (Map.Entry<Integer, Integer> factor : product.halves().entrySet()) {
      boolean whole = factor.getValue() % 2 == 0;
      Map<Integer, Integer> common =
          whole ? rewriter.products.commonFactors(factor.getKey()) : Map.of();
      int rest =
          common.isEmpty()
              ? factor.getKey()
              : rewriter.sum(rewriter.products.termsOver(factor.getKey(), common));
      add(halves, rest, factor.getValue());
      common.forEach((node, power) -> add(halves, node, power * factor.getValue() / 2));
    }
    return new Product(product.number(), halves);
  }

  private int removed(Product product, int node, Vanishing row, int power) {
    int u = graph.u(node);
    int w = rewriter.subtract(u, rewriter.constant(row.point()));
    Product vanishing = factors(w);
    int most = shared(product, vanishing, power);
    if (most == 0) {
      int flipped = flipped(w);
      if (flipped >= 0 && product.halves().containsKey(flipped)) {
        vanishing = new Product(-1, Map.of(flipped, 2));
        most = shared(product, vanishing, power);
      }
    }
    if (most == 0) {
      most = besideAnother(product, vanishing, power);
    }
    if (most == 0) {
      return -1;
    }
    int sign = power > 0 ? 1 : -1;
    Map<Integer, Integer> halves = new TreeMap<>(product.halves());
    double number = product.number();
    add(halves, node, -2 * sign * most);
    for (Map.Entry<Integer, Integer> factor : vanishing.halves().entrySet()) {
      add(halves, factor.getKey(), sign * most * factor.getValue());
    }
    for (int i = 0; i < most; i++) {
      number = sign > 0 ? number * vanishing.number() : number / vanishing.number();
    }
    int quotient =
        row == Vanishing.SIN && sign > 0
            ? rewriter.apply(Operation.SINC, u)
            : graph.numbered(
                sign > 0 ? Operation.QUOTIENT : Operation.INVERSE_QUOTIENT, u, row.ordinal());
    int rest = rewriter.product(new Product(number, halves));
    return rewriter.multiply(rewriter.wholePower(quotient, most), rest);
  }

  private Product factors(int w) {
    Product factors = rewriter.products.factors(w);
    return factored(new Product(factors.number(), factors.halves()), true);
  }

  /**
   * Once for each time that a function is divided by another that vanishes with it, as in {@code
   * tan(x) / sin(a * x)}.
   */
  private int besideAnother(Product product, Product vanishing, int power) {
    for (Map.Entry<Integer, Integer> factor : product.halves().entrySet()) {
      Vanishing other = Vanishing.of(graph.operation(factor.getKey()));
      if (other != null && factor.getValue() % 2 == 0 && factor.getValue() > 0 != power > 0) {
        int u = graph.u(factor.getKey());
        Product with = factors(rewriter.subtract(u, rewriter.constant(other.point())));
        Map<Integer, Integer> opposite = new TreeMap<>();
        with.halves().forEach((node, half) -> opposite.put(node, power > 0 ? -half : half));
        if (shared(new Product(1, opposite), vanishing, power) > 0) {
          return 1;
        }
      }
    }
    return 0;
  }

  /** How often the function can be divided by what vanishes with it. */
  private int shared(Product product, Product vanishing, int power) {
    int most = 0;
    for (Map.Entry<Integer, Integer> factor : vanishing.halves().entrySet()) {
      int other = product.halves().getOrDefault(factor.getKey(), 0);
      if (factor.getValue() > 0
          && other != 0
          && other > 0 != power > 0
          && (by < 0 || depends(factor.getKey()))) {
        int times = (Math.abs(other) + factor.getValue() - 1) / factor.getValue();
        most = Math.max(most, Math.min(times, Math.abs(power) / 2));
      }
    }
    return most;
  }

  private boolean depends(int node) {
    if (node <= by) {
      return node == by;
    }
    Boolean known = dependent.get(node);
    if (known == null) {
      Graph.Node what = graph.get(node);
      known =
          what.u() >= 0 && depends(what.u())
              || what.v() >= 0 && depends(what.v())
              || what.w() >= 0 && depends(what.w());
      dependent.put(node, known);
    }
    return known;
  }

  private static void add(Map<Integer, Integer> halves, int node, int power) {
    halves.merge(node, power, Integer::sum);
    halves.remove(node, 0);
  }

  /** The other way to write a difference: v - u for u - v; -1 if it is none. */
  private int flipped(int w) {
    if (graph.is(w, Operation.ADD) && graph.isConstant(graph.u(w))) {
      return graph.node(Operation.SUBTRACT, graph.constant(-graph.number(graph.u(w))), graph.v(w));
    }
    if (graph.is(w, Operation.SUBTRACT)) {
      return graph.isConstant(graph.u(w))
          ? graph.node(Operation.ADD, graph.constant(-graph.number(graph.u(w))), graph.v(w))
          : graph.node(Operation.SUBTRACT, graph.v(w), graph.u(w));
    }
    return -1;
  }
}
