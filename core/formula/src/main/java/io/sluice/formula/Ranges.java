package io.sluice.formula;

import io.sluice.spi.Interval;
import java.util.function.DoubleUnaryOperator;

/**
 * The range of a formula, outwards from x: what a function makes of the range of its argument. It
 * is exact where x stands once in each branch; where two parts that depend on x meet, nothing is
 * known of what they make, and it is all reals.
 */
final class Ranges {

  private final Graph graph;
  private final double[] at;

  private Ranges(Graph graph, double[] at) {
    this.graph = graph;
    this.at = at;
  }

  /** The range of a node for these values of the hyper-parameters. */
  static Interval of(Graph graph, int node, double[] at) {
    Interval range = new Ranges(graph, at).image(node, Interval.REALS);
    // Without a sign to zero.
    return new Interval(
        range.lower() + 0.0, range.upper() + 0.0, range.lowerAttained(), range.upperAttained());
  }

  /** An interval with all values for x in a domain. */
  private Interval image(int node, Interval domain) {
    if (!graph.dependsOnVariable(node)) {
      double number = number(node);
      return Double.isFinite(number) ? Interval.closed(number, number) : Interval.REALS;
    }
    int u = graph.u(node);
    int v = graph.v(node);
    switch (graph.operation(node)) {
      case VARIABLE:
        return domain;
      case LESS, AT_MOST, EQUAL:
        return Interval.closed(0, 1);
      case SELECT:
        return select(node, domain);
      case ADD, SUBTRACT, MULTIPLY, DIVIDE, MINIMUM, MAXIMUM:
        return graph.dependsOnVariable(u) && graph.dependsOnVariable(v)
            ? Interval.REALS
            : withNumber(graph.operation(node), u, v, domain);
      default:
        return u < 0 || v >= 0 ? Interval.REALS : function(graph.operation(node), image(u, domain));
    }
  }

  private double number(int node) {
    return Single.of(Compiler.fixed(graph, at, node), 0, 1)[0];
  }

  /** A branch counts for those x for which it is taken, if the condition is one about x. */
  private Interval select(int node, Interval domain) {
    int mask = graph.u(node);
    int then = graph.v(node);
    int otherwise = graph.get(node).w();
    if (!graph.dependsOnVariable(mask)) {
      return image(number(mask) == 1 ? then : otherwise, domain);
    }
    Interval whereTrue = domain;
    Interval whereFalse = domain;
    boolean less = graph.is(mask, Operation.LESS);
    if (less || graph.is(mask, Operation.AT_MOST)) {
      int left = graph.u(mask);
      int right = graph.v(mask);
      if (graph.is(left, Operation.VARIABLE) && !graph.dependsOnVariable(right)) {
        whereTrue = cut(domain, Double.NEGATIVE_INFINITY, number(right), false, !less);
        whereFalse = cut(domain, number(right), Double.POSITIVE_INFINITY, less, false);
      } else if (graph.is(right, Operation.VARIABLE) && !graph.dependsOnVariable(left)) {
        whereTrue = cut(domain, number(left), Double.POSITIVE_INFINITY, !less, false);
        whereFalse = cut(domain, Double.NEGATIVE_INFINITY, number(left), false, less);
      }
    }
    if (whereTrue == null || whereFalse == null) {
      return image(whereTrue == null ? otherwise : then, domain);
    }
    return hull(image(then, whereTrue), image(otherwise, whereFalse));
  }

  /** What two intervals have in common; null if that is nothing. */
  private static Interval cut(
      Interval a, double lower, double upper, boolean lowerAttained, boolean upperAttained) {
    double from = Math.max(a.lower(), lower);
    double to = Math.min(a.upper(), upper);
    boolean fromAttained =
        (a.lower() < from || a.lowerAttained()) && (lower < from || lowerAttained);
    boolean toAttained = (a.upper() > to || a.upperAttained()) && (upper > to || upperAttained);
    boolean empty = !(from < to) && !(from == to && fromAttained && toAttained);
    return empty ? null : new Interval(from, to, fromAttained, toAttained);
  }

  private static Interval hull(Interval a, Interval b) {
    double lower = Math.min(a.lower(), b.lower());
    double upper = Math.max(a.upper(), b.upper());
    return new Interval(
        lower,
        upper,
        a.lower() == lower && a.lowerAttained() || b.lower() == lower && b.lowerAttained(),
        a.upper() == upper && a.upperAttained() || b.upper() == upper && b.upperAttained());
  }

  /** One of the operands is a number. */
  private Interval withNumber(Operation operation, int u, int v, Interval domain) {
    boolean first = !graph.dependsOnVariable(u);
    double c = number(first ? u : v);
    Interval range = image(first ? v : u, domain);
    switch (operation) {
      case MINIMUM:
        return new Interval(
            Math.min(range.lower(), c),
            Math.min(range.upper(), c),
            range.lower() < c ? range.lowerAttained() : true,
            range.upper() <= c ? range.upperAttained() : true);
      case MAXIMUM:
        return new Interval(
            Math.max(range.lower(), c),
            Math.max(range.upper(), c),
            range.lower() >= c ? range.lowerAttained() : true,
            range.upper() > c ? range.upperAttained() : true);
      case DIVIDE:
        return first ? quotient(c, range) : between(range, end -> end / c);
      default:
        break;
    }
    if (operation == Operation.MULTIPLY && c == 0) {
      return Interval.closed(0, 0);
    }
    return between(range, end -> Loops.evaluate(operation, first ? c : end, first ? end : c, 0, 0));
  }

  /** c / u, of which nothing is known where u can have both signs. */
  private static Interval quotient(double c, Interval range) {
    if (range.lower() >= 0) {
      return between(range, end -> c / (end + 0.0));
    }
    return range.upper() <= 0 ? between(range, end -> c / (end == 0 ? -0.0 : end)) : Interval.REALS;
  }

  /** What a function of one argument makes of its range. */
  private static Interval function(Operation function, Interval range) {
    switch (function) {
      case NEGATE, CBRT, EXP, EXPM1, SINH, TANH, ASINH, ATAN, ERF, ERFC, NORMCDF:
      case SIGMOID, SOFTPLUS, GATE:
        return between(range, end -> Loops.evaluate(function, end, 0, 0, 0));
      case SQRT, LOG, LOG2, LOG10, LOG1P:
        double least = function == Operation.LOG1P ? -1 : 0;
        boolean root = function == Operation.SQRT;
        Interval defined = cut(range, least, Double.POSITIVE_INFINITY, root, false);
        return defined == null
            ? Interval.REALS
            : between(defined, end -> Loops.evaluate(function, end + 0.0, 0, 0, 0));
      case SQUARE, ABSOLUTE, COSH, GAUSSIAN, BELL, SECH_SQUARED, SIGMOID_SLOPE:
        return between(size(range), end -> Loops.evaluate(function, end, 0, 0, 0));
      case SIN, COS:
        return Interval.closed(-1, 1);
      case SIGN:
        return new Interval(range.lower() >= 0 ? 0 : -1, range.upper() <= 0 ? 0 : 1, true, true);
      default:
        return Interval.REALS;
    }
  }

  /** The range of |u|. */
  private static Interval size(Interval range) {
    if (range.lower() >= 0) {
      return range;
    }
    double below = -range.lower();
    if (range.upper() <= 0) {
      return new Interval(-range.upper(), below, range.upperAttained(), range.lowerAttained());
    }
    double above = range.upper();
    return new Interval(
        0,
        Math.max(below, above),
        true,
        below > above
            ? range.lowerAttained()
            : range.upperAttained() || below == above && range.lowerAttained());
  }

  /** What a function that only rises, or only falls, makes of a range. */
  private static Interval between(Interval range, DoubleUnaryOperator function) {
    double first = function.applyAsDouble(range.lower());
    double last = function.applyAsDouble(range.upper());
    if (Double.isNaN(first) || Double.isNaN(last)) {
      return Interval.REALS;
    }
    return first <= last
        ? new Interval(first, last, range.lowerAttained(), range.upperAttained())
        : new Interval(last, first, range.upperAttained(), range.lowerAttained());
  }
}
