package io.sluice.formula;

import io.sluice.spi.Interval;

/** The range of a formula where its outermost function shows it. */
final class Ranges {

  private static final double HALF_PI = Math.PI / 2;

  private Ranges() {}

  static Interval of(Graph graph, int node) {
    switch (graph.operation(node)) {
      case SIGMOID, NORMCDF, GATE:
        return Interval.open(0, 1);
      case TANH, ERF:
        return Interval.open(-1, 1);
      case ERFC:
        return Interval.open(0, 2);
      case SIN, COS, SIGN:
        return Interval.closed(-1, 1);
      case ATAN:
        return Interval.open(-HALF_PI, HALF_PI);
      case LESS, AT_MOST, EQUAL:
        return Interval.closed(0, 1);
      case GAUSSIAN, BELL:
        return Interval.openClosed(0, 1);
      case SQUARE, ABSOLUTE, SQRT:
        return Interval.NOT_NEGATIVE;
      case EXP, SOFTPLUS:
        return Interval.POSITIVE;
      case COSH:
        return Interval.atLeast(1);
      case EXPM1:
        return Interval.above(-1);
      case MAXIMUM:
        return above(graph, graph.u(node), graph.v(node));
      case NEGATE:
        Interval range = of(graph, graph.u(node));
        return new Interval(
            -range.upper(), -range.lower(), range.upperAttained(), range.lowerAttained());
      default:
        return Interval.REALS;
    }
  }

  /** max(u, v) with a number for one of them; the other may be min(w, a number). */
  private static Interval above(Graph graph, int u, int v) {
    if (graph.isConstant(v)) {
      return above(graph, v, u);
    }
    if (!graph.isConstant(u)) {
      return Interval.REALS;
    }
    double low = graph.number(u);
    if (graph.is(v, Operation.MINIMUM)) {
      for (int end : new int[] {graph.u(v), graph.v(v)}) {
        if (graph.isConstant(end) && graph.number(end) >= low) {
          return Interval.closed(low, graph.number(end));
        }
      }
    }
    return Interval.atLeast(low);
  }
}
