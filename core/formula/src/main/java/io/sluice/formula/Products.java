package io.sluice.formula;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Looks at sums as numbers of like terms and at products as powers of like factors, so that what
 * cancels is found. Only small ones are looked at, which bounds the work.
 */
final class Products {

  /** Larger sums and products are left as they are. */
  private static final int LARGEST = 16;

  /** How many nodes are looked at for one product, which shared parts might multiply. */
  private static final int MOST_VISITS = 100;

  private final Graph graph;
  private int visits;
  private int visitsOfTerms;

  Products(Graph graph) {
    this.graph = graph;
  }

  /**
   * A product: a number times factors, each to a power.
   *
   * @param number the number
   * @param halves for each factor, by node, its exponent in halves; never zero
   */
  record Product(double number, Map<Integer, Integer> halves) {}

  /** The factors of a node; of a large one the node itself is the only factor. */
  Product factors(int node) {
    Map<Integer, Integer> halves = new TreeMap<>();
    visits = 0;
    double number = multiply(node, 2, halves, 0);
    if (Double.isNaN(number)) {
      return new Product(1, new TreeMap<>(Map.of(node, 2)));
    }
    return new Product(number, halves);
  }

  /** Multiplies the node into the factors and gives its number; NaN if it is too large. */
  private double multiply(int node, int power, Map<Integer, Integer> halves, int depth) {
    visits++;
    if (depth > LARGEST || halves.size() > LARGEST || visits > MOST_VISITS) {
      return Double.NaN;
    }
    boolean whole = power % 2 == 0;
    switch (graph.operation(node)) {
      case CONSTANT:
        if (power == 2) {
          return graph.number(node);
        }
        if (power == -2) {
          return 1 / graph.number(node);
        }
        break;
      case NEGATE:
        if (whole) {
          double number = multiply(graph.u(node), power, halves, depth + 1);
          return power / 2 % 2 == 0 ? number : -number;
        }
        break;
      case MULTIPLY:
        if (whole) {
          return multiply(graph.u(node), power, halves, depth + 1)
              * multiply(graph.v(node), power, halves, depth + 1);
        }
        break;
      case DIVIDE:
        if (whole) {
          return multiply(graph.u(node), power, halves, depth + 1)
              * multiply(graph.v(node), -power, halves, depth + 1);
        }
        break;
      case SQUARE:
        if (whole) {
          return multiply(graph.u(node), 2 * power, halves, depth + 1);
        }
        break;
      case SQRT:
        if (whole) {
          return multiply(graph.u(node), power / 2, halves, depth + 1);
        }
        break;
      default:
        break;
    }
    halves.merge(node, power, Integer::sum);
    halves.remove(node, 0);
    return 1;
  }

  /** Whether a factor of one is divided by in the other, or two of them make something simpler. */
  boolean cancel(Product one, Product other, boolean divided) {
    int sign = divided ? -1 : 1;
    for (Map.Entry<Integer, Integer> factor : one.halves().entrySet()) {
      int power = sign * other.halves().getOrDefault(factor.getKey(), 0);
      if (power != 0 && power > 0 != factor.getValue() > 0) {
        return true;
      }
      if (power % 2 != 0 && factor.getValue() % 2 != 0) {
        return true;
      }
      if (power != 0 && graph.is(factor.getKey(), Operation.SIGN)) {
        return true;
      }
    }
    return false;
  }

  /** The product of both, or the quotient. */
  Product combined(Product one, Product other, boolean divided) {
    Map<Integer, Integer> halves = new TreeMap<>(one.halves());
    int sign = divided ? -1 : 1;
    other
        .halves()
        .forEach(
            (node, power) -> {
              halves.merge(node, sign * power, Integer::sum);
              halves.remove(node, 0);
              if (graph.is(node, Operation.SIGN) && halves.getOrDefault(node, 0) % 4 == 0) {
                halves.remove(node);
              }
            });
    double number = divided ? one.number() / other.number() : one.number() * other.number();
    return new Product(number, halves);
  }

  /** The terms of a sum with their numbers, 1 written as no factors; null if it is too large. */
  Map<Map<Integer, Integer>, Double> terms(int node) {
    Map<Map<Integer, Integer>, Double> terms = new LinkedHashMap<>();
    visitsOfTerms = 0;
    return add(node, 1, terms, 0) ? terms : null;
  }

  /** The factors that all terms of a sum have, with their exponents in halves; none of no sum. */
  Map<Integer, Integer> commonFactors(int node) {
    boolean sum = graph.is(node, Operation.ADD) || graph.is(node, Operation.SUBTRACT);
    Map<Map<Integer, Integer>, Double> terms = sum ? terms(node) : null;
    if (terms == null || terms.size() < 2) {
      return Map.of();
    }
    Map<Integer, Integer> common = null;
    for (Map<Integer, Integer> term : terms.keySet()) {
      if (common == null) {
        common = new TreeMap<>(term);
      }
      for (Integer factor : List.copyOf(common.keySet())) {
        int least = Math.min(common.get(factor), term.getOrDefault(factor, 0));
        if (least > 1) {
          common.put(factor, least - least % 2);
        } else {
          common.remove(factor);
        }
      }
    }
    return common;
  }

  /** The terms of a sum, each over these factors. */
  Map<Map<Integer, Integer>, Double> termsOver(int node, Map<Integer, Integer> factors) {
    Map<Map<Integer, Integer>, Double> rest = new LinkedHashMap<>();
    terms(node)
        .forEach(
            (term, number) -> {
              Map<Integer, Integer> less = new TreeMap<>(term);
              factors.forEach((factor, power) -> less.merge(factor, -power, Integer::sum));
              less.values().removeIf(power -> power == 0);
              rest.put(less, number);
            });
    return rest;
  }

  private boolean add(
      int node, double number, Map<Map<Integer, Integer>, Double> terms, int depth) {
    visitsOfTerms++;
    if (depth > LARGEST || terms.size() > LARGEST || visitsOfTerms > MOST_VISITS) {
      return false;
    }
    switch (graph.operation(node)) {
      case ADD:
        return add(graph.u(node), number, terms, depth + 1)
            && add(graph.v(node), number, terms, depth + 1);
      case SUBTRACT:
        return add(graph.u(node), number, terms, depth + 1)
            && add(graph.v(node), -number, terms, depth + 1);
      case NEGATE:
        return add(graph.u(node), -number, terms, depth + 1);
      case MULTIPLY:
        if (graph.isConstant(graph.u(node))) {
          return add(graph.v(node), number * graph.number(graph.u(node)), terms, depth + 1);
        }
        break;
      default:
        break;
    }
    Product product = factors(node);
    terms.merge(product.halves(), number * product.number(), Double::sum);
    return true;
  }
}
