package io.sluice.formula;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** Of all functions together, so that a formula cannot ask for any amount of work. */
  private static final int MOST_EXAMINED = 4 * MOST;

  private static final double[] GRID = grid();
  private static final double LEAST_JUMP = 1e-6;

  private Kinks() {}

  /**
   * The functions at whose zeros there may be kinks, by node.
   *
   * @param givenNodes nodes from here on are derived
   * @param given nodes of what is not derived
   */
  static int[] candidates(Rewriter rewriter, int givenNodes, int... given) {
    Graph graph = rewriter.graph;
    TreeSet<Integer> reached = new TreeSet<>();
    for (int node : given) {
      reach(graph, node, reached);
    }
    TreeSet<Integer> found = new TreeSet<>();
    for (int node : reached) {
      if (node >= givenNodes) {
        continue;
      }
      switch (graph.operation(node)) {
        case ABSOLUTE, SIGN, CBRT, SQRT -> found.add(graph.u(node));
        case POWER -> found.add(graph.u(node));
        case ROOT_MINUS_ONE -> found.add(rewriter.add(rewriter.constant(1), graph.u(node)));
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
    int examined = 0;
    for (int i = 0; i < model.kinked() && examined < MOST_EXAMINED; i++) {
      Program inner = model.kinked(i, at);
      List<Double> zeros = model.isLinear(i) ? linear(inner) : numeric(inner);
      examined += zeros.size();
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
    double[] values = new double[GRID.length];
    inner.run(GRID, null, values, new double[GRID.length], null, 0, GRID.length);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < GRID.length; i++) {
      boolean changes =
          i > 0 && (values[i - 1] < 0 && values[i] > 0 || values[i - 1] > 0 && values[i] < 0);
      if (values[i] == 0 || changes) {
        found.add(i);
      }
    }
    found.sort(Comparator.comparingDouble(i -> Math.abs(GRID[i])));
    List<Double> zeros = new ArrayList<>();
    for (int i : found.subList(0, Math.min(MOST, found.size()))) {
      zeros.add(
          values[i] == 0 ? GRID[i] : bisected(inner, GRID[i - 1], GRID[i], values[i - 1] < 0));
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
