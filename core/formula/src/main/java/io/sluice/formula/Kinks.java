package io.sluice.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Finds where the slope of a formula jumps: at zeros of what stands in abs, sign, relu and step or
 * differs in min, max and conditions. Zeros of linear functions are computed, others are looked for
 * between the points of a wide grid; a zero counts if the slope or the value does jump there, or
 * the slope is not finite.
 */
final class Kinks {

  /** Of more, those nearest to zero are kept. */
  private static final int MOST = 256;

  /** The grid is even up to here. */
  private static final double EVEN = 32;

  private static final double FARTHEST = 1e9;
  private static final double LEAST_JUMP = 1e-6;

  private Kinks() {}

  /** The functions at whose zeros there may be kinks, by node. */
  static int[] candidates(Rewriter rewriter, int value, int valueNodes) {
    Graph graph = rewriter.graph;
    TreeSet<Integer> reached = new TreeSet<>();
    reach(graph, value, reached);
    TreeSet<Integer> found = new TreeSet<>();
    for (int node : reached) {
      if (node >= valueNodes) {
        continue;
      }
      switch (graph.operation(node)) {
        case ABSOLUTE, SIGN, CBRT, SQRT -> found.add(graph.u(node));
        case POWER -> found.add(graph.u(node));
        case MINIMUM, MAXIMUM, LESS, AT_MOST, EQUAL ->
            found.add(rewriter.subtract(graph.u(node), graph.v(node)));
        default -> {}
      }
    }
    return found.stream().filter(graph::dependsOnVariable).mapToInt(Integer::intValue).toArray();
  }

  private static void reach(Graph graph, int node, TreeSet<Integer> reached) {
    if (node < 0 || !reached.add(node)) {
      return;
    }
    reach(graph, graph.u(node), reached);
    reach(graph, graph.v(node), reached);
    reach(graph, graph.get(node).w(), reached);
  }

  /** The kinks for these values of the parameters, ascending. */
  static double[] of(Model model, double[] at, Program valuesAndSlopes) {
    TreeSet<Double> kinks = new TreeSet<>();
    for (int i = 0; i < model.kinked(); i++) {
      Program inner = model.kinked(i, at);
      List<Double> zeros = model.isLinear(i) ? linear(inner) : numeric(inner);
      for (double zero : zeros) {
        if (jumps(valuesAndSlopes, zero)) {
          kinks.add(zero + 0.0);
        }
      }
    }
    while (kinks.size() > MOST) {
      boolean last = Math.abs(kinks.last()) >= Math.abs(kinks.first());
      kinks.remove(last ? kinks.last() : kinks.first());
    }
    return kinks.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> linear(Program inner) {
    double[] atZero = Single.of(inner, 0, 2);
    double zero = -atZero[0] / atZero[1];
    if (!(Math.abs(zero) <= Double.MAX_VALUE)) {
      return List.of();
    }
    // One step of Newton's method makes good what rounding lost.
    double[] there = Single.of(inner, zero, 2);
    double better = zero - there[0] / there[1];
    return List.of(Double.isFinite(better) ? better : zero);
  }

  private static List<Double> numeric(Program inner) {
    List<Double> zeros = new ArrayList<>();
    double[] grid = grid();
    double before = Double.NaN;
    for (int i = 0; i < grid.length; i++) {
      double value = Single.of(inner, grid[i], 2)[0];
      if (value == 0) {
        zeros.add(grid[i]);
      } else if (before * value < 0 || before != 0 && before < 0 != value < 0 && before == before) {
        zeros.add(bisected(inner, grid[i - 1], grid[i], before < 0));
      }
      before = value == 0 ? Double.NaN : value;
    }
    return zeros;
  }

  private static double bisected(Program inner, double from, double to, boolean negativeFirst) {
    double low = from;
    double high = to;
    while (true) {
      double middle = low + (high - low) / 2;
      if (middle <= low || middle >= high) {
        return high;
      }
      double value = Single.of(inner, middle, 2)[0];
      if (value == 0) {
        return middle;
      }
      if (value < 0 == negativeFirst) {
        low = middle;
      } else {
        high = middle;
      }
    }
  }

  /** Even steps of 1/16 around zero, beyond them 5 % wider each; both signs. */
  private static double[] grid() {
    TreeSet<Double> grid = new TreeSet<>();
    for (double x = 0; x < EVEN; x += 1 / 16.0) {
      grid.add(x);
      grid.add(0 - x);
    }
    for (double x = EVEN; x < FARTHEST; x *= 1.05) {
      grid.add(x);
      grid.add(-x);
    }
    return grid.stream().mapToDouble(x -> x + 0.0).distinct().toArray();
  }

  private static boolean jumps(Program valuesAndSlopes, double x) {
    if (!Double.isFinite(Single.of(valuesAndSlopes, x, 2)[1])) {
      return true;
    }
    double step = Math.max(0x1p-30, Math.abs(x) * 0x1p-30);
    double[] left = Single.of(valuesAndSlopes, x - step, 2);
    double[] right = Single.of(valuesAndSlopes, x + step, 2);
    for (int k = 0; k < 2; k++) {
      double size = Math.max(Math.abs(left[k]), Math.abs(right[k]));
      if (Math.abs(left[k] - right[k]) > LEAST_JUMP * Math.max(1, size)) {
        return true;
      }
    }
    return false;
  }
}
