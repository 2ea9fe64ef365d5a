package io.sluice.formula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds in sums two terms that cancel and what their sum is without cancellation: {@code x - 1 +
 * exp(u)} is x + expm1(u), and {@code a - a * cos(u)} is 2 a sin²(u / 2).
 */
final class Cancellations {

  private final Rewriter rewriter;
  private final Graph graph;

  Cancellations(Rewriter rewriter) {
    this.rewriter = rewriter;
    this.graph = rewriter.graph;
  }

  /** The sum u + sign v without two terms that cancel; -1 if there are none. */
  int of(int u, int v, double sign) {
    Map<Map<Integer, Integer>, Double> terms = rewriter.products.terms(u);
    Map<Map<Integer, Integer>, Double> others = terms == null ? null : rewriter.products.terms(v);
    if (others == null) {
      return -1;
    }
    others.forEach((term, number) -> terms.merge(term, sign * number, Double::sum));
    List<Map.Entry<Map<Integer, Integer>, Double>> list = new ArrayList<>(terms.entrySet());
    for (Map.Entry<Map<Integer, Integer>, Double> first : list) {
      for (Map.Entry<Map<Integer, Integer>, Double> second : list) {
        int both = first == second ? -1 : both(first, second);
        if (both >= 0) {
          Map<Map<Integer, Integer>, Double> rest = new LinkedHashMap<>(terms);
          rest.remove(first.getKey());
          rest.remove(second.getKey());
          return rewriter.add(rewriter.sum(rest), both);
        }
      }
    }
    return -1;
  }

  /** The node of a sum less this number, if it is among its terms; else -1. */
  int without(int u, double number) {
    Map<Map<Integer, Integer>, Double> terms = rewriter.products.terms(u);
    if (terms == null || terms.size() < 2 || terms.getOrDefault(Map.of(), 0.0) != number) {
      return -1;
    }
    if (graph.isConstant(graph.u(u))) {
      return graph.is(u, Operation.ADD) ? graph.v(u) : rewriter.negate(graph.v(u));
    }
    terms.remove(Map.of());
    return rewriter.sum(terms);
  }

  /** The sum of two terms, the second of which is the first times one more factor; else -1. */
  private int both(
      Map.Entry<Map<Integer, Integer>, Double> first,
      Map.Entry<Map<Integer, Integer>, Double> second) {
    Map<Integer, Integer> more = new TreeMap<>(second.getKey());
    first
        .getKey()
        .forEach(
            (node, power) -> {
              more.merge(node, -power, Integer::sum);
              more.remove(node, 0);
            });
    double ratio = second.getValue() / first.getValue();
    int known = -1;
    if (more.size() == 1) {
      Map.Entry<Integer, Integer> factor = more.entrySet().iterator().next();
      known = onePlus(ratio, factor.getKey(), factor.getValue());
    } else if (more.size() == 2 && ratio == -1) {
      return oppositeExponentials(first, more);
    }
    if (known < 0) {
      return -1;
    }
    return times(first.getKey(), first.getValue(), known);
  }

  private int times(Map<Integer, Integer> halves, double number, int node) {
    return rewriter.multiply(
        rewriter.product(new Products.Product(number, new TreeMap<>(halves))), node);
  }

  /** e^u v - e^-u v = 2 v sinh u, given e^u v and that the other one has e^-u in place of e^u. */
  private int oppositeExponentials(
      Map.Entry<Map<Integer, Integer>, Double> first, Map<Integer, Integer> more) {
    int plus = -1;
    int minus = -1;
    for (Map.Entry<Integer, Integer> factor : more.entrySet()) {
      if (graph.is(factor.getKey(), Operation.EXP)) {
        plus = factor.getValue() == -2 ? factor.getKey() : plus;
        minus = factor.getValue() == 2 ? factor.getKey() : minus;
      }
    }
    if (plus < 0 || minus < 0 || graph.u(plus) != rewriter.negate(graph.u(minus))) {
      return -1;
    }
    Map<Integer, Integer> rest = new TreeMap<>(first.getKey());
    rest.merge(plus, -2, Integer::sum);
    rest.remove(plus, 0);
    int sine = rewriter.apply(Operation.SINH, graph.u(plus));
    return times(rest, 2 * first.getValue(), sine);
  }

  /** 1 + ratio f^(halves / 2) without cancellation, or -1. */
  private int onePlus(double ratio, int f, int halves) {
    if (graph.isConstant(f)) {
      return -1;
    }
    if (halves == 2 && ratio == -1) {
      return oneMinus(f);
    }
    if (halves == 2 && ratio == 1) {
      return onePlus(f);
    }
    if (halves == 2 && ratio == -2) {
      return oneMinusTwice(f);
    }
    if (halves == 4 && ratio == -1) {
      return oneMinusSquare(f);
    }
    if (halves == 1) {
      return oneMinusRoot(-ratio, f);
    }
    if (halves == -1 && ratio == -1) {
      int less = without(f, 1);
      return less < 0
          ? -1
          : rewriter.divide(rewriter.apply(Operation.ROOT_MINUS_ONE, less), rewriter.squareRoot(f));
    }
    if (halves == -2 && ratio == -1) {
      int less = without(f, 1);
      if (less >= 0) {
        return rewriter.divide(less, f);
      }
      int rest = graph.is(f, Operation.COSH) ? oneMinus(f) : -1;
      return rest < 0 ? -1 : rewriter.negate(rewriter.divide(rest, f));
    }
    return -1;
  }

  /** What 1 - f is; -1 if nothing is known. */
  private int oneMinus(int f) {
    int u = graph.u(f);
    switch (graph.operation(f)) {
      case EXP:
        return rewriter.negate(rewriter.apply(Operation.EXPM1, u));
      case GAUSSIAN:
        return rewriter.negate(
            rewriter.apply(Operation.EXPM1, rewriter.negate(rewriter.square(u))));
      case BELL:
        return rewriter.negate(rewriter.apply(Operation.EXPM1, times(-0.5, rewriter.square(u))));
      case TANH:
        return times(2, rewriter.apply(Operation.SIGMOID, times(-2, u)));
      case SIGMOID, NORMCDF:
        return rewriter.apply(graph.operation(f), rewriter.negate(u));
      case ERF:
        return rewriter.apply(Operation.ERFC, u);
      case ERFC:
        return rewriter.apply(Operation.ERF, u);
      case COS:
        return times(2, rewriter.square(rewriter.apply(Operation.SIN, times(0.5, u))));
      case COSH:
        return times(-2, rewriter.square(rewriter.apply(Operation.SINH, times(0.5, u))));
      case SECH_SQUARED:
        return rewriter.square(rewriter.apply(Operation.TANH, u));
      default:
        return -1;
    }
  }

  /** What 1 + f is; -1 if nothing is known. */
  private int onePlus(int f) {
    int u = graph.u(f);
    switch (graph.operation(f)) {
      case TANH:
        return times(2, rewriter.apply(Operation.SIGMOID, times(2, u)));
      case ERF:
        return rewriter.apply(Operation.ERFC, rewriter.negate(u));
      case COS:
        return times(2, rewriter.square(rewriter.apply(Operation.COS, times(0.5, u))));
      default:
        return -1;
    }
  }

  /** What 1 - 2 f is; -1 if nothing is known. */
  private int oneMinusTwice(int f) {
    int u = graph.u(f);
    switch (graph.operation(f)) {
      case SIGMOID:
        return rewriter.negate(rewriter.apply(Operation.TANH, times(0.5, u)));
      case NORMCDF:
        return rewriter.negate(
            rewriter.apply(Operation.ERF, rewriter.divide(u, rewriter.constant(Math.sqrt(2)))));
      default:
        return -1;
    }
  }

  /** What 1 - f² is; -1 if nothing is known. */
  private int oneMinusSquare(int f) {
    switch (graph.operation(f)) {
      case TANH:
        return rewriter.apply(Operation.SECH_SQUARED, graph.u(f));
      case SIN:
        return rewriter.square(rewriter.apply(Operation.COS, graph.u(f)));
      case COS:
        return rewriter.square(rewriter.apply(Operation.SIN, graph.u(f)));
      default:
        return -1;
    }
  }

  /** 1 - c √f = -c' (√(1 + c² (f - 1 / c²)) - 1) where 1 / c² is a term of f; else -1. */
  private int oneMinusRoot(double factor, int f) {
    double root = 1 / factor;
    double square = root * root;
    boolean exact = root > 0 && Math.fma(root, root, -square) == 0 && root * factor == 1;
    int less = exact ? without(f, square) : -1;
    if (less < 0) {
      return -1;
    }
    int scaled = rewriter.divide(less, rewriter.constant(square));
    return rewriter.negate(rewriter.apply(Operation.ROOT_MINUS_ONE, scaled));
  }

  private int times(double number, int u) {
    return rewriter.multiply(rewriter.constant(number), u);
  }
}
